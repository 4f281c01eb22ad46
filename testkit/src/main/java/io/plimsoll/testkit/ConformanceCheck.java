package io.plimsoll.testkit;

/** Judges one case: by {@link ConformanceCase#same}, {@code mismatch}, {@code stricter} or {@code pending}. */
@FunctionalInterface
public interface ConformanceCheck {

  /** Judges the case; whatever it throws is a mismatch. */
  void check(ConformanceCase conformanceCase) throws Exception;
}
