package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.IntOrString;
import io.plimsoll.core.validation.FieldError;
import java.math.BigInteger;

/** A field that is a number of pods or a percentage of them. Mirrors {@code ValidatePositiveIntOrPercent} and its neighbours. */
public final class IntOrPercent {

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private final Part part;
  private final String field;
  private final IntOrString value;

  private IntOrPercent(Part part, String field, IntOrString value) {
    this.part = part;
    this.field = field;
    this.value = value;
  }

  /** Returns what a field of a part says; 0 if it says nothing. */
  public static IntOrPercent of(Part part, String field) {
    IntOrString value = IntOrString.of(0);
    if (part.value(field) instanceof ScalarValue scalar) {
      value = scalar.isString()
          ? IntOrString.of(scalar.text())
          : IntOrString.of((int) part.number(field));
    }
    return new IntOrPercent(part, field, value);
  }

  /** Adds an error if it is neither a number that is not negative nor a percentage. */
  public void checkNotNegative() {
    if (value.string() != null) {
      Syntax.percentErrors(value.string()).forEach(detail -> part.invalid(field, detail));
    } else if (number() < 0) {
      part.error(FieldError.invalid(part.at(field), number(), Messages.NEGATIVE));
    }
  }

  /** Adds an error if it is more than 100 %. */
  public void checkAtMostAll() {
    if (isPercent() && percent() > 100) {
      part.invalid(field, "must not be greater than 100%");
    }
  }

  /** Adds an error. */
  public void invalid(String detail) {
    part.invalid(field, detail);
  }

  /** Returns whether it is 0, or a text that is neither a number nor a percentage. */
  public boolean isZero() {
    return isPercent() ? percent() == 0 : number() == 0;
  }

  private boolean isPercent() {
    return value.string() != null && Syntax.percentErrors(value.string()).isEmpty();
  }

  private long percent() {
    String text = String.valueOf(value.string());
    return new BigInteger(text.substring(0, text.length() - 1)).min(MOST).longValueExact();
  }

  private long number() {
    if (value.number() != null) {
      return value.number();
    }
    return value.toString().matches("[-+]?[0-9]+")
        ? new BigInteger(value.toString()).min(MOST).max(MOST.negate()).longValueExact()
        : 0;
  }
}
