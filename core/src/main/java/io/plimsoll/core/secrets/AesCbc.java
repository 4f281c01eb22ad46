package io.plimsoll.core.secrets;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-CBC with a random vector before the text and PKCS#7 padding after it. Mirrors {@code cbc} of {@code
 * k8s.io/apiserver/pkg/storage/value/encrypt/aes}.
 */
final class AesCbc {

  static final int BLOCK = 16;
  static final String TOO_SHORT = "the stored data was shorter than the required size";
  static final String NO_BLOCKS = "the stored data is not a multiple of the block size";
  static final String NOT_PADDED = "invalid PKCS7 data (empty or not padded)";

  private static final String BAD_PADDING = "invalid padding on input";

  private final byte[] key;

  AesCbc(byte[] key) {
    this.key = key;
  }

  byte[] encrypt(byte[] data, RandomGenerator random) {
    byte[] vector = new byte[BLOCK];
    random.nextBytes(vector);
    int padding = BLOCK - data.length % BLOCK;
    byte[] padded = Arrays.copyOf(data, data.length + padding);
    Arrays.fill(padded, data.length, padded.length, (byte) padding);
    return ByteArrays.join(vector, run(Cipher.ENCRYPT_MODE, vector, padded));
  }

  byte[] decrypt(byte[] stored) throws StorageException {
    if (stored.length < BLOCK) {
      throw new StorageException(TOO_SHORT);
    }
    if (stored.length % BLOCK != 0) {
      throw new StorageException(NO_BLOCKS);
    }
    byte[] vector = Arrays.copyOf(stored, BLOCK);
    return withoutPadding(run(Cipher.DECRYPT_MODE, vector, ByteArrays.after(stored, BLOCK)));
  }

  private static byte[] withoutPadding(byte[] padded) throws StorageException {
    // Upstream does not survive a value without any block.
    int padding = padded.length == 0 ? 0 : padded[padded.length - 1] & 0xff;
    if (padding == 0 || padding > padded.length) {
      throw new StorageException(NOT_PADDED);
    }
    int size = padded.length - padding;
    for (int i = size; i < padded.length; i++) {
      if ((padded[i] & 0xff) != padding) {
        throw new StorageException(BAD_PADDING);
      }
    }
    return Arrays.copyOf(padded, size);
  }

  private byte[] run(int mode, byte[] vector, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
