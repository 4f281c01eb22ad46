package io.plimsoll.core.secrets;

import io.plimsoll.core.decode.Entries;
import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.secrets.DockerConfig.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what is in a pull secret as {@code json.Unmarshal} does: a value of a wrong type is told at the end, but in an entry, which
 * decodes itself, at once. Mirrors {@code pkg/credentialprovider/config.go}.
 */
final class DockerConfigDecoder {

  private static final String OUTER = "DockerConfigJSON";
  private static final String INNER = "dockerConfigEntryWithAuth";
  private static final String AUTHS = "auths";
  private static final String STRING = "string";
  private static final String PACKAGE = "credentialprovider.";

  private final Entries order;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private @Nullable String firstError;

  private DockerConfigDecoder(Entries order) {
    this.order = order;
  }

  /** What ends the decoding at once. */
  private static final class EntryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    EntryException(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }

  /** Decodes what is under the key {@code .dockerconfigjson}. */
  static DockerConfig dockerConfigJson(byte[] content) {
    return decode(content, true);
  }

  /** Decodes what is under the key {@code .dockercfg}, which has no frame. */
  static DockerConfig dockercfg(byte[] content) {
    return decode(content, false);
  }

  private static DockerConfig decode(byte[] content, boolean framed) {
    Optional<String> syntax = GoText.jsonSyntaxError(content);
    if (syntax.isPresent()) {
      return new DockerConfig(List.of(), syntax.get());
    }
    String text = new String(content, StandardCharsets.UTF_8);
    Body body = Body.readJson(Source.of("secret", text), Limits.DEFAULT);
    if (!body.error().isEmpty()) {
      return new DockerConfig(List.of(), body.error());
    }
    DockerConfigDecoder decoder = new DockerConfigDecoder(Entries.ofJson(body.repeats()));
    try {
      Value root = body.root().orElseGet(ScalarValue::ofNull);
      if (framed) {
        decoder.frame(root);
      } else {
        decoder.auths(root, "");
      }
    } catch (EntryException e) {
      return new DockerConfig(List.of(), e.reason);
    }
    return decoder.firstError == null
        ? new DockerConfig(new ArrayList<>(decoder.entries.values()), "")
        : new DockerConfig(List.of(), decoder.firstError);
  }

  private void frame(Value root) throws EntryException {
    if (!(root instanceof MappingValue object)) {
      save(root, "", PACKAGE + OUTER);
      return;
    }
    for (Entries.Entry field : order.of(object)) {
      if (isNamed(field, AUTHS)) {
        auths(field.value(), OUTER + "." + AUTHS);
      } else if (isNamed(field, "HttpHeaders")) {
        headers(field.value());
      }
    }
  }

  /** A name that differs in capitals only is as good. */
  private static boolean isNamed(Entries.Entry field, String name) {
    return field.name().length() == name.length() && GoText.equalFold(field.name(), name);
  }

  private void auths(Value value, String field) throws EntryException {
    if (value.isNull()) {
      entries.clear();
      return;
    }
    if (!(value instanceof MappingValue object)) {
      save(value, field, PACKAGE + "DockerConfig");
      return;
    }
    for (Entries.Entry entry : order.of(object)) {
      entries.put(entry.name(), entry(entry, field));
    }
  }

  private void headers(Value value) {
    String field = OUTER + ".HttpHeaders";
    if (value instanceof MappingValue object) {
      for (Entries.Entry header : order.of(object)) {
        if (!isString(header.value())) {
          save(header.value(), field, STRING);
        }
      }
    } else {
      save(value, field, "map[string]string");
    }
  }

  private Entry entry(Entries.Entry entry, String field) throws EntryException {
    if (entry.value().isNull()) {
      return new Entry(entry.name(), "", "", "");
    }
    if (!(entry.value() instanceof MappingValue object)) {
      throw new EntryException(wrongType(entry.value(), field, PACKAGE + INNER));
    }
    Map<String, String> texts = texts(object, field);
    String username = texts.getOrDefault("username", "");
    String password = texts.getOrDefault("password", "");
    String email = texts.getOrDefault("email", "");
    String auth = texts.getOrDefault("auth", "");
    if (auth.isEmpty()) {
      return new Entry(entry.name(), username, password, email);
    }
    String decoded = decodeAuth(auth);
    int colon = decoded.indexOf(':');
    return new Entry(
        entry.name(), decoded.substring(0, colon), decoded.substring(colon + 1), email);
  }

  private Map<String, String> texts(MappingValue object, String field) throws EntryException {
    Map<String, String> texts = new LinkedHashMap<>();
    String error = "";
    for (Entries.Entry member : order.of(object)) {
      for (String name : List.of("username", "password", "email", "auth")) {
        if (!isNamed(member, name) || member.value().isNull()) {
          continue;
        }
        if (member.value() instanceof ScalarValue scalar && scalar.isString()) {
          texts.put(name, scalar.text());
        } else if (error.isEmpty()) {
          String inner = field.isEmpty() ? INNER + "." + name : field + "." + name;
          error = wrongType(member.value(), inner, STRING);
        }
      }
    }
    if (!error.isEmpty()) {
      throw new EntryException(error);
    }
    return texts;
  }

  /** Mirrors {@code decodeDockerConfigFieldAuth}: the name of a user, a colon and a password in Base64, padded or not. */
  private static String decodeAuth(String auth) throws EntryException {
    boolean padded = auth.strip().endsWith("=");
    Optional<byte[]> bytes = padded ? GoText.base64(auth) : GoText.rawBase64(auth);
    if (bytes.isEmpty()) {
      Optional<String> error = padded ? GoText.base64Error(auth) : GoText.rawBase64Error(auth);
      throw new EntryException(error.orElse(""));
    }
    String decoded = new String(bytes.get(), StandardCharsets.UTF_8);
    if (decoded.indexOf(':') < 0) {
      throw new EntryException(
          "unable to parse auth field, must be formatted as base64(username:password)");
    }
    return decoded;
  }

  private static boolean isString(Value value) {
    return value.isNull() || (value instanceof ScalarValue scalar && scalar.isString());
  }

  private void save(Value value, String field, String goType) {
    if (firstError == null && !value.isNull()) {
      firstError = wrongType(value, field, goType);
    }
  }

  private static String wrongType(Value value, String field, String goType) {
    String start = "json: cannot unmarshal " + value.typeName() + " into Go ";
    return field.isEmpty()
        ? start + "value of type " + goType
        : start + "struct field " + field + " of type " + goType;
  }
}
