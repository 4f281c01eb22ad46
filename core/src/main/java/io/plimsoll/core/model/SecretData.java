package io.plimsoll.core.model;

import io.plimsoll.core.manifest.GoText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The data of a secret, as stored: what a manifest says in {@code stringData} is in {@code data}, too. */
public final class SecretData {

  private final Fields data;
  private final Fields stringData;

  private SecretData(Fields fields) {
    this.data = Fields.of(fields.value("data"));
    this.stringData = Fields.of(fields.value("stringData"));
  }

  /** Returns the data of a {@code v1 Secret}. */
  public static SecretData of(KubeObject secret) {
    return new SecretData(Fields.of(secret.tree()));
  }

  /** Returns whether there is nothing in it. */
  public boolean isEmpty() {
    return data.tree().size() == 0 && stringData.tree().size() == 0;
  }

  /** Returns whether the manifest says a key in {@code stringData}, which counts more than {@code data}. */
  public boolean isPlain(String key) {
    return stringData.has(key);
  }

  /** Returns the bytes of a key; empty if it is absent or not encoded as it must be. */
  public Optional<byte[]> bytes(String key) {
    if (stringData.has(key)) {
      return Optional.of(stringData.text(key).getBytes(StandardCharsets.UTF_8));
    }
    String text = data.string(key);
    return text == null ? Optional.empty() : GoText.base64(text);
  }

  /** Returns the text of a key, or the empty text. */
  public String text(String key) {
    return stringData.has(key)
        ? stringData.text(key)
        : GoText.base64(data.text(key))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
  }
}
