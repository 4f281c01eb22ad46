package io.plimsoll.core.decode;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Severity;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind of file that a server of Kubernetes is configured with, such as {@code AuthenticationConfiguration}, and how it is
 * decoded strictly. Mirrors {@code k8s.io/apimachinery/pkg/runtime/serializer/json} over codecs with {@code serializer.EnableStrict}.
 *
 * @param kind the kind
 * @param apiVersions the versions of it that are decoded, such as {@code apiserver.config.k8s.io/v1}; they have the same fields
 * @param type the fields; the name of each type in it is that of its Go type
 */
public record ConfigurationKind(String kind, List<String> apiVersions, ObjectType type) {

  /** The place in which upstream's scheme was made is its name. */
  static final String SCHEME = "pkg/runtime/scheme.go:111";

  public ConfigurationKind {
    apiVersions = List.copyOf(apiVersions);
  }

  /**
   * Decodes a file.
   *
   * @param name the name of the file, which the places of problems show
   * @param text JSON if it begins with a brace, else YAML
   */
  public ConfigurationDecoding decode(String name, String text) {
    return decode(Source.of(name, text));
  }

  /** Decodes a file: JSON if it begins with a brace, else YAML. */
  public ConfigurationDecoding decode(Source source) {
    boolean json = source.text().stripLeading().startsWith("{");
    Body body =
        json ? Body.readJson(source, Limits.DEFAULT) : Body.readYaml(source, Limits.DEFAULT);
    if (!body.error().isEmpty()) {
      String message = json ? TypeMeta.notJson(body.error()).text() : body.error();
      return refused(message, syntaxProblem(source, json, message));
    }
    MediaType type = json ? MediaType.JSON : MediaType.YAML;
    ConfigurationDecoding decoding = decode(new BodyReading(type, source.text(), body));
    return body.repeats().isEmpty() ? decoding : decoding.after(repeats(source, json));
  }

  /** Decodes a tree. */
  public ConfigurationDecoding decode(Value tree) {
    Body body = new Body(Optional.of(tree), "", List.of());
    return decode(new BodyReading(MediaType.JSON, tree.toString(), body));
  }

  private ConfigurationDecoding decode(BodyReading reading) {
    String apiVersion;
    try {
      apiVersion = checkedVersion(reading);
    } catch (DecodeFailure misfit) {
      return refused(
          misfit.text(), Problem.error("unknown-kind", reading.root().location(), misfit.text()));
    }
    ConfigurationFields fields = ConfigurationFields.check(reading.object(), type, apiVersion);
    return new ConfigurationDecoding(
        fields.wrongType().orElseGet(() -> strictMessage(reading)),
        fields.problems(),
        reading.object());
  }

  private String strictMessage(BodyReading reading) {
    ObjectDecoder decoder = new ObjectDecoder(reading.entries());
    try {
      decoder.decode(reading.object(), type);
    } catch (DecodeFailure ofRepeated) {
      return ofRepeated.text();
    }
    List<String> errors = new ArrayList<>();
    if (reading.type() == MediaType.YAML) {
      errors.addAll(StrictErrors.ofYaml(reading.body().repeats()));
    }
    errors.addAll(decoder.strictErrors());
    return errors.isEmpty() ? "" : StrictErrors.message(errors);
  }

  /** Returns the version of a document that is of this kind. */
  private String checkedVersion(BodyReading reading) throws DecodeFailure {
    TypeMeta meta = TypeMeta.of(reading.root(), reading.entries());
    GroupVersionKind found = GroupVersionKind.of(meta.apiVersion(), meta.kind());
    if (found.kind().isEmpty()) {
      throw new DecodeFailure("Object 'Kind' is missing in '" + reading.text() + "'");
    }
    if (found.version().isEmpty()) {
      throw new DecodeFailure("Object 'apiVersion' is missing in '" + reading.text() + "'");
    }
    if (!found.kind().equals(kind) || !apiVersions.contains(found.apiVersion())) {
      throw new DecodeFailure("no kind " + GoText.quote(found.kind())
          + " is registered for version " + GoText.quote(found.apiVersion()) + " in scheme "
          + GoText.quote(SCHEME));
    }
    return found.apiVersion();
  }

  private static ConfigurationDecoding refused(String message, Problem problem) {
    return new ConfigurationDecoding(message, List.of(problem), MappingValue.empty());
  }

  private static Problem syntaxProblem(Source source, boolean json, String message) {
    return read(source, json).problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .findFirst()
        .orElseGet(() -> Problem.error("syntax", source.location(0, 0), message));
  }

  private static List<Problem> repeats(Source source, boolean json) {
    return read(source, json).problems().stream()
        .filter(problem -> problem.code().endsWith("-key"))
        .toList();
  }

  private static Documents read(Source source, boolean json) {
    return json
        ? Documents.readJson(source, Limits.DEFAULT)
        : Documents.readOne(source, Limits.DEFAULT);
  }
}
