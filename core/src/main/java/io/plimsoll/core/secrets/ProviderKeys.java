package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.secrets.EncryptionConfiguration.KmsConfiguration;
import io.plimsoll.core.secrets.EncryptionConfiguration.ProviderConfiguration;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider of a rule with its keys in order. Mirrors {@code PrefixTransformer} of {@code k8s.io/apiserver/pkg/storage/value}.
 *
 * @param kind the kind of provider
 * @param prefix what all that it writes starts with
 * @param path where it stands in the configuration
 * @param keys its keys; a provider without keys is one itself
 */
record ProviderKeys(Provider kind, String prefix, FieldPath path, List<StorageKey> keys) {

  ProviderKeys {
    keys = List.copyOf(keys);
  }

  /** Makes the keys of a provider that is valid. */
  static ProviderKeys of(ProviderConfiguration provider, FieldPath path) {
    Provider kind = provider.provider().orElse(Provider.IDENTITY);
    if (kind == Provider.IDENTITY) {
      return single(kind, "", "", path);
    }
    KmsConfiguration service = provider.kms();
    if (kind == Provider.KMS && service != null) {
      String prefix = "k8s:enc:kms:" + service.apiVersion() + ":" + service.name() + ":";
      return single(kind, service.name(), prefix, path);
    }
    FieldPath list = path.field(kind.toString()).field("keys");
    List<StorageKey> keys = new ArrayList<>();
    for (EncryptionConfiguration.Key key : provider.keys(kind)) {
      byte[] secret = GoText.base64(key.secret()).orElseGet(() -> new byte[0]);
      keys.add(new StorageKey(
          kind,
          key.name(),
          kind.prefix() + key.name() + ":",
          list.index(keys.size()).field("name"),
          new StorageKey.Secret(secret)));
    }
    return new ProviderKeys(kind, kind.prefix(), path, keys);
  }

  private static ProviderKeys single(Provider kind, String name, String prefix, FieldPath path) {
    return new ProviderKeys(
        kind,
        prefix,
        path,
        List.of(new StorageKey(kind, name, prefix, path, StorageKey.Secret.NONE)));
  }

  /** Returns the key that writes. */
  StorageKey writer() {
    return keys.get(0);
  }

  /** Returns what is said of a value of this provider that none of its keys wrote. */
  String noKey() {
    String transformer = kind == Provider.SECRETBOX ? "Secretbox" : "AES";
    return "no matching key was found for the provided " + transformer + " transformer";
  }
}
