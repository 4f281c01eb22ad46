package io.plimsoll.core.secrets;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM with a random nonce before the text. Mirrors {@code gcm} of {@code k8s.io/apiserver/pkg/storage/value/encrypt/aes}. */
final class AesGcm {

  static final String FAILED = "cipher: message authentication failed";

  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final byte[] key;

  AesGcm(byte[] key) {
    this.key = key;
  }

  byte[] encrypt(byte[] data, byte[] authenticatedData, RandomGenerator random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
      cipher.updateAAD(authenticatedData);
      return ByteArrays.join(nonce, cipher.doFinal(data));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] decrypt(byte[] stored, byte[] authenticatedData) throws StorageException {
    if (stored.length < NONCE) {
      throw new StorageException(AesCbc.TOO_SHORT);
    }
    if (stored.length < NONCE + TAG) {
      throw new StorageException(FAILED);
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(stored, NONCE));
      cipher.updateAAD(authenticatedData);
      return cipher.doFinal(stored, NONCE, stored.length - NONCE);
    } catch (AEADBadTagException wrong) {
      throw new StorageException(FAILED);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    return cipher;
  }
}
