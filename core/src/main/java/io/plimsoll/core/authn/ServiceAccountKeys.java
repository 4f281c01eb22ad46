package io.plimsoll.core.authn;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The public keys that tokens of service accounts are signed with, by their ids. Mirrors {@code StaticPublicKeysGetter}. */
final class ServiceAccountKeys {

  private final List<PublicKey> all;
  private final Map<String, List<PublicKey>> byId = new LinkedHashMap<>();

  ServiceAccountKeys(List<PublicKey> keys) {
    this.all = List.copyOf(keys);
    for (PublicKey key : keys) {
      byId.computeIfAbsent(idOf(key), id -> new ArrayList<>()).add(key);
    }
  }

  /** Returns the keys of an id; all if it is empty. */
  List<PublicKey> find(String id) {
    return id.isEmpty() ? all : byId.getOrDefault(id, List.of());
  }

  /** Returns the id of a key: a hash of the key itself. Mirrors {@code keyIDFromPublicKey}. */
  static String idOf(PublicKey key) {
    return RawUrlBase64.encode(sha256(key.getEncoded()));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
