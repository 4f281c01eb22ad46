package io.plimsoll.core.secrets;

import java.util.Optional;

/**
 * A key management service as a function. What it makes of a value is its own affair; upstream's envelope with its data keys is not
 * made here.
 */
public interface KeyService {

  /** Returns a value encrypted. */
  byte[] encrypt(byte[] data, byte[] authenticatedData);

  /** Returns what a value was before; empty if this service did not encrypt it. */
  Optional<byte[]> decrypt(byte[] data, byte[] authenticatedData);
}
