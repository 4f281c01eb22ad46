package io.plimsoll.core.authn;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/**
 * The points of an elliptic curve over a prime field. Mirrors {@code ScalarBaseMult} of {@code crypto/elliptic}.
 *
 * <p>How long it takes depends on the factor. That does no harm here: the keys are those of tests.
 */
final class EllipticCurve {

  private static final BigInteger TWO = BigInteger.TWO;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final BigInteger prime;
  private final BigInteger a;
  private final ECPoint generator;

  EllipticCurve(ECParameterSpec curve) {
    this.prime = ((ECFieldFp) curve.getCurve().getField()).getP();
    this.a = curve.getCurve().getA();
    this.generator = curve.getGenerator();
  }

  /** Returns the curve of a name, which may be an object identifier. */
  static ECParameterSpec named(String name) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(name));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  /** Returns the generator, taken as often as a number says. */
  ECPoint multiply(BigInteger factor) {
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int i = factor.bitLength() - 1; i >= 0; i--) {
      sum = add(sum, sum);
      if (factor.testBit(i)) {
        sum = add(sum, generator);
      }
    }
    return sum;
  }

  private ECPoint add(ECPoint p, ECPoint q) {
    if (p.equals(ECPoint.POINT_INFINITY)) {
      return q;
    }
    if (q.equals(ECPoint.POINT_INFINITY)) {
      return p;
    }
    BigInteger slope;
    if (!p.getAffineX().equals(q.getAffineX())) {
      slope = q.getAffineY()
          .subtract(p.getAffineY())
          .multiply(q.getAffineX().subtract(p.getAffineX()).modInverse(prime));
    } else if (p.equals(q) && p.getAffineY().signum() != 0) {
      slope = p.getAffineX()
          .pow(2)
          .multiply(THREE)
          .add(a)
          .multiply(p.getAffineY().multiply(TWO).modInverse(prime));
    } else {
      return ECPoint.POINT_INFINITY;
    }
    BigInteger x =
        slope.pow(2).subtract(p.getAffineX()).subtract(q.getAffineX()).mod(prime);
    BigInteger y =
        slope.multiply(p.getAffineX().subtract(x)).subtract(p.getAffineY()).mod(prime);
    return new ECPoint(x, y);
  }
}
