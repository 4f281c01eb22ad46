package io.plimsoll.core.model;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One condition of a {@link Selector} on one label, known to be valid. Mirrors {@code labels.Requirement}.
 *
 * @param key the key of the label
 * @param operator how the label's value is compared
 * @param values what it is compared with, in the order they were given
 */
public record Requirement(String key, Operator operator, List<String> values) {

  private static final FieldPath VALUES = FieldPath.of("values");

  /** How a label is compared. Mirrors {@code selection.Operator}. */
  public enum Operator {
    /** The label is there and has one of the values. */
    IN("in"),
    /** The label is absent or has none of the values. */
    NOT_IN("notin"),
    /** The label is there and has the value. */
    EQUALS("="),
    /** The same as {@link #EQUALS}, spelled otherwise. */
    DOUBLE_EQUALS("=="),
    /** The label is absent or has another value. */
    NOT_EQUALS("!="),
    /** The label is there, and is a whole number greater than the value. */
    GREATER_THAN("gt"),
    /** The label is there, and is a whole number less than the value. */
    LESS_THAN("lt"),
    /** The label is there. */
    EXISTS("exists"),
    /** The label is absent. */
    DOES_NOT_EXIST("!");

    private final String label;

    Operator(String label) {
      this.label = label;
    }

    /** Returns upstream's name of the operator: {@code in}, {@code =}, {@code gt}, … */
    @Override
    public String toString() {
      return label;
    }
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if they make no requirement, with the message of {@code labels.NewRequirement}
   */
  public Requirement {
    values = List.copyOf(values);
    Set<String> errors = errors(key, operator, values);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          errors.size() == 1
              ? errors.iterator().next()
              : errors.stream().collect(Collectors.joining(", ", "[", "]")));
    }
  }

  private static Set<String> errors(String key, Operator operator, List<String> values) {
    Set<String> errors = new LinkedHashSet<>();
    List<String> keyErrors = LabelSyntax.keyErrors(key);
    if (!keyErrors.isEmpty()) {
      errors.add(invalid("key", GoText.quote(key), String.join("; ", keyErrors)));
    }
    String countError = countError(operator, values.size());
    if (!countError.isEmpty()) {
      errors.add(invalid(VALUES.toString(), GoText.json(values), countError));
    }
    if (operator == Operator.GREATER_THAN || operator == Operator.LESS_THAN) {
      for (int i = 0; i < values.size(); i++) {
        if (GoText.parseInt64(values.get(i)).isEmpty()) {
          errors.add(invalid(
              VALUES.index(i).toString(),
              GoText.quote(values.get(i)),
              "for 'Gt', 'Lt' operators, the value must be an integer"));
        }
      }
    }
    for (int i = 0; i < values.size(); i++) {
      List<String> valueErrors = LabelSyntax.valueErrors(values.get(i));
      if (!valueErrors.isEmpty()) {
        errors.add(invalid(
            VALUES.index(i).key(key).toString(),
            GoText.quote(values.get(i)),
            String.join("; ", valueErrors)));
      }
    }
    return errors;
  }

  private static String countError(Operator operator, int count) {
    return switch (operator) {
      case IN, NOT_IN -> count == 0 ? "for 'in', 'notin' operators, values set can't be empty" : "";
      case EQUALS, DOUBLE_EQUALS, NOT_EQUALS ->
        count != 1 ? "exact-match compatibility requires one single value" : "";
      case EXISTS, DOES_NOT_EXIST ->
        count != 0 ? "values set must be empty for exists and does not exist" : "";
      case GREATER_THAN, LESS_THAN ->
        count != 1 ? "for 'Gt', 'Lt' operators, exactly one value is required" : "";
    };
  }

  /** Returns the message of {@code field.Invalid}. */
  static String invalid(String field, String value, String detail) {
    return field + ": Invalid value: " + value + ": " + detail;
  }

  /** Returns whether the labels meet the condition. */
  public boolean matches(Map<String, String> labels) {
    String value = labels.get(key);
    return switch (operator) {
      case IN, EQUALS, DOUBLE_EQUALS -> value != null && values.contains(value);
      case NOT_IN, NOT_EQUALS -> value == null || !values.contains(value);
      case GREATER_THAN -> value != null && compare(value) > 0;
      case LESS_THAN -> value != null && compare(value) < 0;
      case EXISTS -> value != null;
      case DOES_NOT_EXIST -> value == null;
    };
  }

  /** Compares two whole numbers; 0 if the label is none, as that is neither greater nor less. */
  private int compare(String label) {
    OptionalLong number = GoText.parseInt64(label);
    OptionalLong limit = GoText.parseInt64(values.get(0));
    return number.isPresent() && limit.isPresent()
        ? Long.compare(number.getAsLong(), limit.getAsLong())
        : 0;
  }

  /** Returns the condition as a label query spells it: {@code app in (db,web)}, {@code tier=5}, {@code !beta}. */
  @Override
  public String toString() {
    String sorted = values.stream().sorted(GoText::compare).collect(Collectors.joining(","));
    return switch (operator) {
      case IN, NOT_IN -> key + " " + operator + " (" + sorted + ")";
      case EQUALS, DOUBLE_EQUALS, NOT_EQUALS -> key + operator + sorted;
      case GREATER_THAN -> key + ">" + sorted;
      case LESS_THAN -> key + "<" + sorted;
      case EXISTS -> key;
      case DOES_NOT_EXIST -> "!" + key;
    };
  }
}
