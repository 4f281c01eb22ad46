package io.plimsoll.core.registry;

/** Details of errors that several rules share, as upstream words them. */
public final class Messages {

  /** {@code IsNegativeErrorMsg}. */
  public static final String NEGATIVE = "must be greater than or equal to 0";

  /** {@code FieldImmutableErrorMsg}. */
  public static final String IMMUTABLE = "field is immutable";

  /** {@code isNotPositiveErrorMsg}. */
  public static final String NOT_POSITIVE = "must be greater than zero";

  /** {@code isNotIntegerErrorMsg}. */
  public static final String NOT_INTEGER = "must be an integer";

  /** {@code IsValidPortNum}. */
  public static final String PORT_RANGE = "must be between 1 and 65535, inclusive";

  private Messages() {}
}
