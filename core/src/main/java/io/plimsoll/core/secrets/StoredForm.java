package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.FieldPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a value is stored: as plain text, or by which provider and key it was encrypted. */
public final class StoredForm {

  /** The form of a value that is not encrypted. */
  public static final StoredForm PLAIN = new StoredForm("", null);

  private final String prefix;
  private final @Nullable StorageKey key;

  private StoredForm(String prefix, @Nullable StorageKey key) {
    this.prefix = prefix;
    this.key = key;
  }

  /** Returns the form of a value that a key that is not known wrote, such as one that was taken out of the configuration. */
  public static StoredForm unknown(String prefix) {
    return prefix.isEmpty() ? PLAIN : new StoredForm(prefix, null);
  }

  static StoredForm of(StorageKey key) {
    return key.provider() == Provider.IDENTITY ? PLAIN : new StoredForm(key.prefix(), key);
  }

  /** Returns what the value starts with: {@code k8s:enc:aescbc:v1:key1:}; empty for plain text. */
  public String prefix() {
    return prefix;
  }

  /** Returns whether the value is encrypted. */
  public boolean isEncrypted() {
    return !prefix.isEmpty();
  }

  /** Returns the kind of provider that wrote it; empty if that is not known. */
  public Optional<Provider> provider() {
    return isEncrypted()
        ? Optional.ofNullable(key).map(StorageKey::provider)
        : Optional.of(Provider.IDENTITY);
  }

  /** Returns the name of the key, or of the key management service; empty for plain text and where it is not known. */
  public String name() {
    return key == null ? "" : key.name();
  }

  /** Returns where the key stands in the configuration, if it does. */
  public Optional<FieldPath> path() {
    return Optional.ofNullable(key).map(StorageKey::path);
  }

  boolean isOf(StorageKey other) {
    return key != null && key.isSameAs(other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredForm that
        && prefix.equals(that.prefix)
        && (key == null ? that.key == null : that.key != null && key.isSameAs(that.key));
  }

  @Override
  public int hashCode() {
    return prefix.hashCode();
  }

  /** Returns the prefix, or {@code plain text}. */
  @Override
  public String toString() {
    return isEncrypted() ? prefix : "plain text";
  }
}
