package io.plimsoll.core.authn;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures on elliptic curves without randomness, as RFC 6979 makes them: the JDK's own differ each time.
 *
 * <p>How long it takes depends on the key, as with {@link EllipticCurve}.
 */
final class DeterministicEcdsa {

  private final BigInteger order;
  private final EllipticCurve points;
  private final BigInteger secret;
  private final int length;

  private DeterministicEcdsa(ECPrivateKey key) {
    ECParameterSpec curve = key.getParams();
    this.order = curve.getOrder();
    this.points = new EllipticCurve(curve);
    this.secret = key.getS();
    this.length = (order.bitLength() + 7) / 8;
  }

  /** Returns the two halves of the signature, one after the other. */
  static byte[] sign(ECPrivateKey key, SignatureAlgorithm algorithm, byte[] signed) {
    String bits = algorithm.name().substring(2);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-" + bits).digest(signed);
      return new DeterministicEcdsa(key).sign(hash, "HmacSHA" + bits);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has these algorithms", e);
    }
  }

  private byte[] sign(byte[] hash, String hmac) throws GeneralSecurityException {
    BigInteger message = toNumber(hash);
    byte[] seed = concat(toBytes(secret), toBytes(message.mod(order)));
    byte[] v = new byte[hash.length];
    Arrays.fill(v, (byte) 1);
    byte[] k = new byte[hash.length];
    k = mac(hmac, k, concat(concat(v, new byte[] {0}), seed));
    v = mac(hmac, k, v);
    k = mac(hmac, k, concat(concat(v, new byte[] {1}), seed));
    v = mac(hmac, k, v);
    while (true) {
      byte[] t = {};
      while (t.length < length) {
        v = mac(hmac, k, v);
        t = concat(t, v);
      }
      BigInteger nonce = toNumber(Arrays.copyOf(t, length));
      if (nonce.signum() > 0 && nonce.compareTo(order) < 0) {
        BigInteger r = points.multiply(nonce).getAffineX().mod(order);
        BigInteger s =
            nonce.modInverse(order).multiply(message.add(r.multiply(secret))).mod(order);
        if (r.signum() > 0 && s.signum() > 0) {
          return concat(toBytes(r), toBytes(s));
        }
      }
      k = mac(hmac, k, concat(v, new byte[] {0}));
      v = mac(hmac, k, v);
    }
  }

  private static byte[] mac(String hmac, byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(hmac);
    mac.init(new SecretKeySpec(key, hmac));
    return mac.doFinal(data);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Takes as many leading bits as the order has. */
  private BigInteger toNumber(byte[] bytes) {
    return new BigInteger(1, bytes).shiftRight(Math.max(0, 8 * bytes.length - order.bitLength()));
  }

  private byte[] toBytes(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[length];
    int size = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - size, padded, length - size, size);
    return padded;
  }
}
