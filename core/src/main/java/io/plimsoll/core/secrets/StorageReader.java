package io.plimsoll.core.secrets;

import java.util.ArrayList;
import java.util.List;

/**
 * The search for the key that can read a stored value: every key is asked whose prefix the value starts with, an error does not end the
 * search, and what the first key did not write is stale. Mirrors {@code prefixTransformers} of {@code
 * k8s.io/apiserver/pkg/storage/value}.
 */
final class StorageReader {

  /** What a key makes of the rest of a value, behind the key's prefix. */
  interface Attempt {
    byte[] open(StorageKey key, byte[] rest) throws StorageException;
  }

  /** A value that was read; a class because of the array. */
  static final class Found {
    final byte[] data;
    final boolean stale;

    Found(byte[] data, boolean stale) {
      this.data = data;
      this.stale = stale;
    }
  }

  private final List<ProviderKeys> providers;
  private final Attempt attempt;

  StorageReader(List<ProviderKeys> providers, Attempt attempt) {
    this.providers = providers;
    this.attempt = attempt;
  }

  Found read(byte[] stored) throws StorageException {
    List<String> errors = new ArrayList<>();
    for (int i = 0; i < providers.size(); i++) {
      ProviderKeys provider = providers.get(i);
      if (ByteArrays.startsWith(stored, ByteArrays.of(provider.prefix()))) {
        try {
          Found found = read(provider, stored);
          return new Found(found.data, found.stale || i > 0);
        } catch (StorageException failed) {
          // To turn encryption off, identity comes first: what it cannot read others can.
          errors.addAll(provider.kind() == Provider.IDENTITY ? List.of() : failed.errors());
        }
      }
    }
    throw errors.isEmpty()
        ? new StorageException("no matching prefix found")
        : new StorageException(errors);
  }

  private Found read(ProviderKeys provider, byte[] stored) throws StorageException {
    List<String> errors = new ArrayList<>();
    for (int i = 0; i < provider.keys().size(); i++) {
      StorageKey key = provider.keys().get(i);
      byte[] prefix = ByteArrays.of(key.prefix());
      if (ByteArrays.startsWith(stored, prefix)) {
        try {
          return new Found(attempt.open(key, ByteArrays.after(stored, prefix.length)), i > 0);
        } catch (StorageException failed) {
          errors.addAll(failed.errors());
        }
      }
    }
    throw errors.isEmpty() ? new StorageException(provider.noKey()) : new StorageException(errors);
  }
}
