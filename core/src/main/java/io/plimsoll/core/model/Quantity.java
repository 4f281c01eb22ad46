package io.plimsoll.core.model;

import java.util.Optional;

/** An amount with a unit, such as {@code 100m} or {@code 128Mi}. Mirrors {@code resource.Quantity}. */
public final class Quantity implements Comparable<Quantity> {

  private Quantity() {}

  /**
   * Reads a quantity.
   *
   * @throws IllegalArgumentException if it is none, with upstream's message
   */
  public static Quantity parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Reads a quantity, if it is one. */
  public static Optional<Quantity> tryParse(String text) {
    throw new UnsupportedOperationException(text);
  }

  @Override
  public int compareTo(Quantity other) {
    throw new UnsupportedOperationException();
  }
}
