package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A key of a configuration, or a provider that has none: what turns a value into what is stored, and back.
 *
 * @param provider the kind of provider
 * @param name the name of the key or of the service; empty for the provider that does nothing
 * @param prefix what stands before everything that it writes
 * @param path where it stands in the configuration
 * @param secret the key itself
 */
record StorageKey(Provider provider, String name, String prefix, FieldPath path, Secret secret) {

  private static final String ENCRYPTED = "k8s:enc:";

  /** ByteArrays that no text shows. */
  static final class Secret {

    static final Secret NONE = new Secret(new byte[0]);

    private final byte[] bytes;

    Secret(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Secret that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /** Returns whether both are the same key, wherever they stand. */
  boolean isSameAs(StorageKey other) {
    return provider == other.provider && name.equals(other.name) && secret.equals(other.secret);
  }

  /** Returns what is stored behind the prefix. */
  byte[] seal(
      byte[] data,
      byte[] authenticatedData,
      RandomGenerator random,
      Map<String, KeyService> services) {
    return switch (provider) {
      case AESGCM -> new AesGcm(secret.bytes()).encrypt(data, authenticatedData, random);
      case AESCBC -> new AesCbc(secret.bytes()).encrypt(data, random);
      case IDENTITY -> data.clone();
      case SECRETBOX -> throw new UnsupportedOperationException(noSecretbox());
      case KMS ->
        Optional.ofNullable(services.get(name))
            .orElseThrow(() -> new UnsupportedOperationException(noService()))
            .encrypt(data, authenticatedData);
    };
  }

  /** Returns what a stored value was before, given what is behind the prefix. */
  byte[] open(byte[] stored, byte[] authenticatedData, Map<String, KeyService> services)
      throws StorageException {
    return switch (provider) {
      case AESGCM -> new AesGcm(secret.bytes()).decrypt(stored, authenticatedData);
      case AESCBC -> new AesCbc(secret.bytes()).decrypt(stored);
      case IDENTITY -> openPlain(stored);
      case SECRETBOX -> throw new StorageException(noSecretbox());
      case KMS -> openByService(stored, authenticatedData, services);
    };
  }

  private byte[] openByService(
      byte[] stored, byte[] authenticatedData, Map<String, KeyService> services)
      throws StorageException {
    KeyService service = services.get(name);
    if (service == null) {
      throw new StorageException(noService());
    }
    return service
        .decrypt(stored, authenticatedData)
        .orElseThrow(() -> new StorageException(
            "the key management service " + GoText.quote(name) + " did not encrypt the value"));
  }

  private static byte[] openPlain(byte[] stored) throws StorageException {
    if (ByteArrays.startsWith(stored, ByteArrays.of(ENCRYPTED))) {
      throw new StorageException("identity transformer tried to read encrypted data");
    }
    return stored;
  }

  /** Returns what this key says of the value of another key; so many bytes are between the two keys' prefixes. */
  String failure(int surplus) {
    return switch (provider) {
      case AESGCM -> AesGcm.FAILED;
      case AESCBC -> surplus % AesCbc.BLOCK == 0 ? AesCbc.NOT_PADDED : AesCbc.NO_BLOCKS;
      case SECRETBOX -> "output array was not large enough for encryption";
      case IDENTITY, KMS -> "the value was encrypted by another provider";
    };
  }

  private static String noSecretbox() {
    return "secretbox is not supported: the JDK has neither XSalsa20 nor Poly1305";
  }

  private String noService() {
    return "there is no key management service " + GoText.quote(name);
  }
}
