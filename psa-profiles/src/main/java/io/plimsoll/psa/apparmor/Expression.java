package io.plimsoll.psa.apparmor;

import java.util.List;

/** A regular expression over bytes. Mirrors {@code libapparmor_re/expr-tree.h}. */
sealed interface Expression {

  /** Nothing, not even an escape, but the empty text. */
  Expression EMPTY = new Sequence(List.of());

  /** Returns whether it is written without a set or a repetition; such rules win over others when it comes to exec. */
  boolean isExact();

  /** One byte. */
  record Literal(int value) implements Expression {
    @Override
    public boolean isExact() {
      return true;
    }
  }

  /** One byte out of a set. */
  record OneOf(ByteSet set) implements Expression {
    @Override
    public boolean isExact() {
      return false;
    }
  }

  /** One after the other. */
  record Sequence(List<Expression> parts) implements Expression {
    @Override
    public boolean isExact() {
      return parts.stream().allMatch(Expression::isExact);
    }
  }

  /** One of several. */
  record Choice(List<Expression> alternatives) implements Expression {
    @Override
    public boolean isExact() {
      return alternatives.stream().allMatch(Expression::isExact);
    }
  }

  /** Any number of times, or once at least. */
  record Repeat(Expression part, boolean atLeastOnce) implements Expression {
    @Override
    public boolean isExact() {
      return false;
    }
  }
}
