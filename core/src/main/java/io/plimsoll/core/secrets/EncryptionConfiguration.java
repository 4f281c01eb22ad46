package io.plimsoll.core.secrets;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code --encryption-provider-config}: which resources are encrypted before they are stored, and how. Mirrors {@code
 * apiserver.config.k8s.io/v1 EncryptionConfiguration} with its defaults.
 *
 * <p>{@link EncryptionAtRest#load} reads such a file, and tells what it writes and can read.
 *
 * @param resources the rules in order; a resource is ruled by the first that names it, or else by wildcards
 */
public record EncryptionConfiguration(List<ResourceConfiguration> resources) {

  public EncryptionConfiguration {
    resources = List.copyOf(resources);
  }

  /**
   * How some resources are encrypted.
   *
   * @param resources the resources: {@code secrets}, {@code deployments.apps}, {@code *.apps}, {@code *.}, {@code *.*}
   * @param providers the providers in order: the first writes, all read
   */
  public record ResourceConfiguration(
      List<String> resources, List<ProviderConfiguration> providers) {
    public ResourceConfiguration {
      resources = List.copyOf(resources);
      providers = List.copyOf(providers);
    }
  }

  /**
   * A provider; exactly one of the parts of a valid one is there.
   *
   * @param aesgcm AES with Galois/Counter Mode
   * @param aescbc AES with Cipher Block Chaining and PKCS#7 padding
   * @param secretbox XSalsa20 and Poly1305
   * @param identity whether it is the provider that does nothing
   * @param kms a key management service
   */
  public record ProviderConfiguration(
      @Nullable Keys aesgcm,
      @Nullable Keys aescbc,
      @Nullable Keys secretbox,
      boolean identity,
      @Nullable KmsConfiguration kms) {

    /** Returns what the provider is, in the order in which a server looks; empty if it is nothing. */
    public Optional<Provider> provider() {
      return Stream.of(
              Provider.AESGCM, Provider.AESCBC, Provider.SECRETBOX, Provider.KMS, Provider.IDENTITY)
          .filter(this::has)
          .findFirst();
    }

    /** Returns whether the provider is, or is also, of a kind. */
    boolean has(Provider kind) {
      return switch (kind) {
        case AESGCM -> aesgcm != null;
        case AESCBC -> aescbc != null;
        case SECRETBOX -> secretbox != null;
        case KMS -> kms != null;
        case IDENTITY -> identity;
      };
    }

    /** Returns the keys for a kind that has some. */
    List<Key> keys(Provider kind) {
      Keys keys = switch (kind) {
        case AESGCM -> aesgcm;
        case AESCBC -> aescbc;
        case SECRETBOX -> secretbox;
        case KMS, IDENTITY -> null;
      };
      return keys == null || keys.keys() == null ? List.of() : keys.keys();
    }
  }

  /**
   * The keys of a provider.
   *
   * @param keys the keys in order: the first writes, all read; {@code null} if the file does not say
   */
  public record Keys(@Nullable List<Key> keys) {
    public Keys {
      keys = keys == null ? null : List.copyOf(keys);
    }
  }

  /**
   * A key.
   *
   * @param name the name, which is stored with what the key encrypts
   * @param secret the key itself in Base64, which {@link #toString()} hides
   */
  public record Key(String name, String secret) {
    @Override
    public String toString() {
      return "Name: " + name + ", Secret: [REDACTED]";
    }
  }

  /**
   * A key management service.
   *
   * @param apiVersion {@code v1} or {@code v2}
   * @param name the name, which is stored with what the service encrypts
   * @param cachesize how many keys a server keeps in memory, or {@code null} if it keeps none
   * @param endpoint where the service listens
   * @param timeout how long a server waits for it
   */
  public record KmsConfiguration(
      String apiVersion,
      String name,
      @Nullable Integer cachesize,
      String endpoint,
      Duration timeout) {}
}
