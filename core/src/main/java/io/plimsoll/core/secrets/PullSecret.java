package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.SecretData;
import java.util.Optional;

/**
 * A secret as the kubelet looks at it when it pulls an image. Mirrors {@code MakeDockerKeyring} of {@code
 * pkg/credentialprovider/secrets}.
 *
 * @param object the secret
 * @param format the format that its type says; empty if it is for something else
 * @param config what it holds; empty if it does not hold what its type says
 */
record PullSecret(KubeObject object, Optional<Format> format, Optional<DockerConfig> config) {

  /** The types of pull secrets. */
  enum Format {
    DOCKERCONFIGJSON("kubernetes.io/dockerconfigjson", ".dockerconfigjson"),
    DOCKERCFG("kubernetes.io/dockercfg", ".dockercfg");

    private final String type;
    private final String key;

    Format(String type, String key) {
      this.type = type;
      this.key = key;
    }

    /** Returns the key of the data. */
    String key() {
      return key;
    }

    static Optional<Format> ofType(String type) {
      for (Format format : values()) {
        if (format.type.equals(type)) {
          return Optional.of(format);
        }
      }
      return Optional.empty();
    }

    DockerConfig decode(byte[] content) {
      return this == DOCKERCFG
          ? DockerConfigDecoder.dockercfg(content)
          : DockerConfigDecoder.dockerConfigJson(content);
    }
  }

  static PullSecret of(KubeObject object) {
    Optional<Format> format = Format.ofType(Fields.of(object.tree()).text("type"));
    SecretData data = SecretData.of(object);
    Optional<DockerConfig> config = format.flatMap(
        known -> data.bytes(known.key()).filter(bytes -> bytes.length > 0).map(known::decode));
    return new PullSecret(object, format, config);
  }

  /** Returns the type as the secret says it. */
  String type() {
    String type = Fields.of(object.tree()).text("type");
    return type.isEmpty() ? "Opaque" : type;
  }

  /** Returns why nothing can be pulled with it, in Go's words; empty if something can, or it does not count. */
  String error() {
    return config.map(DockerConfig::error).orElse("");
  }

  /** Returns where its data stands. */
  FieldPath path() {
    String key = format.map(Format::key).orElse("");
    String field = SecretData.of(object).isPlain(key) ? "stringData" : "data";
    return FieldPath.of(field).key(key);
  }
}
