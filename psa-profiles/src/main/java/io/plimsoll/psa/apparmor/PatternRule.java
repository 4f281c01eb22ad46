package io.plimsoll.psa.apparmor;

import java.util.List;

/**
 * A rule as it is compiled: a pattern of bytes and what it allows or denies.
 *
 * @param prefix what every text that matches begins with
 * @param automaton the pattern
 * @param exact whether it has neither stars nor sets
 * @param deny whether it denies
 * @param permissions what it allows or denies
 * @param audit what of it is logged, or kept silent
 * @param rule the rule as it is written
 */
record PatternRule(
    String prefix,
    Automaton automaton,
    boolean exact,
    boolean deny,
    int permissions,
    int audit,
    PolicyRule rule) {

  static PatternRule of(
      Expression expression, boolean deny, int permissions, int audit, PolicyRule rule) {
    return new PatternRule(
        prefix(expression),
        Automaton.of(expression),
        expression.isExact(),
        deny,
        permissions,
        audit,
        rule);
  }

  private static String prefix(Expression expression) {
    List<Expression> parts =
        expression instanceof Expression.Sequence sequence ? sequence.parts() : List.of(expression);
    StringBuilder prefix = new StringBuilder();
    for (Expression part : parts) {
      if (!(part instanceof Expression.Literal literal)) {
        break;
      }
      prefix.append((char) literal.value());
    }
    return prefix.toString();
  }

  boolean matches(String bytes) {
    return bytes.startsWith(prefix) && automaton.matches(bytes);
  }
}
