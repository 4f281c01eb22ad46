package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import java.nio.charset.StandardCharsets;

/** The data of a secret, as stored: what a manifest says in {@code stringData} is in {@code data}, too. */
final class SecretData {

  private final Fields data;
  private final Fields stringData;

  SecretData(KubeObject secret) {
    Fields fields = Fields.of(secret.tree());
    this.data = Fields.of(fields.value("data"));
    this.stringData = Fields.of(fields.value("stringData"));
  }

  boolean isEmpty() {
    return data.tree().size() == 0 && stringData.tree().size() == 0;
  }

  /** Returns the text of a key, or the empty text. */
  String text(String key) {
    return stringData.has(key)
        ? stringData.text(key)
        : GoText.base64(data.text(key))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
  }
}
