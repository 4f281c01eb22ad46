package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** How the objects of one resource are stored. Mirrors the transformer that {@code transformerFromOverrides} finds for it. */
public final class ResourceEncryption {

  private static final FieldPath NOWHERE = FieldPath.ROOT;
  private static final StorageKey IDENTITY =
      new StorageKey(Provider.IDENTITY, "", "", NOWHERE, StorageKey.Secret.NONE);

  private final GroupResource resource;
  private final Optional<EncryptionRule> rule;
  private final Map<String, KeyService> services;

  ResourceEncryption(
      GroupResource resource, Optional<EncryptionRule> rule, Map<String, KeyService> services) {
    this.resource = resource;
    this.rule = rule;
    this.services = services;
  }

  /** Returns the resource: {@code secrets}, {@code deployments.apps}. */
  public String resource() {
    return resource.toString();
  }

  /** Returns where the configuration first names the resource, or the wildcard that stands for it; empty if it does neither. */
  public Optional<FieldPath> rule() {
    return rule.map(EncryptionRule::path);
  }

  /** Returns whether an object is encrypted when it is written. */
  public boolean isEncrypted() {
    return writer().isEncrypted();
  }

  /** Returns how an object is stored when it is written. */
  public StoredForm writer() {
    return StoredForm.of(writingKey());
  }

  private StorageKey writingKey() {
    return rule.map(found -> found.providers().get(0).writer()).orElse(IDENTITY);
  }

  /** Returns the forms that can be read, in the order in which the keys are tried; the first is how an object is written. */
  public List<StoredForm> readable() {
    Set<StoredForm> forms = new LinkedHashSet<>();
    rule.map(EncryptionRule::providers).orElse(List.of()).stream()
        .flatMap(provider -> provider.keys().stream())
        .map(StoredForm::of)
        .forEach(forms::add);
    return rule.isEmpty() ? List.of(StoredForm.PLAIN) : List.copyOf(forms);
  }

  /**
   * Returns whether a value in a form can be read.
   *
   * <p>A key cannot read what another key of its name wrote. What {@code aescbc} says then depends on the value: this is what it says
   * most often.
   */
  public ReadAnswer read(StoredForm form) {
    return read(ByteArrays.of(form.prefix()), (key, rest) -> {
          if (key.provider() == Provider.IDENTITY) {
            return key.open(rest, rest, services);
          }
          if (rest.length == 0 && form.isOf(key)) {
            return rest;
          }
          throw new StorageException(key.failure(rest.length));
        })
        .answer();
  }

  /**
   * Returns a value as it is stored.
   *
   * @param data the value
   * @param authenticatedData what tells where it is stored, which is the key of etcd to a server: {@code
   *     /registry/secrets/default/web}
   * @param random where a nonce or an initialization vector comes from
   * @throws UnsupportedOperationException if {@code secretbox}, or a key management service that was not given, would have to
   *     encrypt it
   */
  public byte[] toStorage(byte[] data, byte[] authenticatedData, RandomGenerator random) {
    StorageKey key = writingKey();
    return ByteArrays.join(
        ByteArrays.of(key.prefix()), key.seal(data, authenticatedData, random, services));
  }

  /**
   * Reads a stored value.
   *
   * @param stored what is stored
   * @param authenticatedData what the value was stored with
   */
  public StorageRead fromStorage(byte[] stored, byte[] authenticatedData) {
    return read(stored, (key, rest) -> key.open(rest, authenticatedData, services));
  }

  private StorageRead read(byte[] stored, StorageReader.Attempt attempt) {
    try {
      StorageReader.Found found = rule.isPresent()
          ? new StorageReader(rule.get().providers(), attempt).read(stored)
          : new StorageReader.Found(attempt.open(IDENTITY, stored), false);
      return new StorageRead(found.data, new ReadAnswer.Read(found.stale));
    } catch (StorageException failed) {
      String error = GoText.aggregate(failed.errors());
      return new StorageRead(new byte[0], new ReadAnswer.Failed(error));
    }
  }

  /** Returns the resource and how it is written: {@code secrets: k8s:enc:aescbc:v1:key1:}. */
  @Override
  public String toString() {
    return resource() + ": " + writer();
  }
}
