package io.plimsoll.core.secrets;

import java.util.List;
import java.util.Locale;

/** A way to encrypt what is stored. The names are those of the fields in an {@code EncryptionConfiguration}. */
public enum Provider {
  /** AES with Galois/Counter Mode. */
  AESGCM("AESGCM"),
  /** AES with Cipher Block Chaining and PKCS#7 padding. */
  AESCBC("AESCBC"),
  /** XSalsa20 and Poly1305. */
  SECRETBOX("Secretbox"),
  /** A key management service. */
  KMS("KMS"),
  /** No encryption. */
  IDENTITY("Identity");

  private final String goName;

  Provider(String goName) {
    this.goName = goName;
  }

  /** Returns the name of the field in upstream's struct. */
  String goName() {
    return goName;
  }

  /** Returns how many bytes a key may have; none if there are no keys. */
  List<Integer> keySizes() {
    return switch (this) {
      case AESGCM, AESCBC -> List.of(16, 24, 32);
      case SECRETBOX -> List.of(32);
      case KMS, IDENTITY -> List.of();
    };
  }

  /** Returns what stands before the name of the key in a stored value; empty if there are no keys. */
  String prefix() {
    return keySizes().isEmpty() ? "" : "k8s:enc:" + this + ":v1:";
  }

  /** Returns the name as a configuration has it: {@code aescbc}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
