package io.plimsoll.core.model;

import io.plimsoll.core.manifest.GoText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Conditions on fields of an object, all of which must hold; without any, it matches everything. Mirrors {@code
 * fields.Selector} of {@code k8s.io/apimachinery/pkg/fields}.
 *
 * @param terms the conditions, in the order they are printed
 */
public record FieldSelector(List<Term> terms) {

  /** The selector that matches all objects. */
  public static final FieldSelector EVERYTHING = new FieldSelector(List.of());

  public FieldSelector {
    terms = List.copyOf(terms);
  }

  /**
   * A condition on one field. An absent field has the empty value.
   *
   * @param field the field, such as {@code metadata.name}
   * @param negated whether the field must have another value
   * @param value the value
   */
  public record Term(String field, boolean negated, String value) {

    /** Returns whether the fields meet the condition. */
    public boolean matches(Map<String, String> fields) {
      String actual = fields.get(field);
      return value.equals(actual == null ? "" : actual) != negated;
    }

    /** Returns the condition with the value's commas, equals signs and backslashes escaped. */
    @Override
    public String toString() {
      String escaped = value.replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=");
      return field + (negated ? "!=" : "=") + escaped;
    }
  }

  /**
   * Reads a field query: {@code metadata.name=web,status.phase!=Running}. A backslash escapes a comma, an equals sign or
   * itself in a value.
   *
   * @throws IllegalArgumentException if it is none, with the message of {@code fields.ParseSelector}
   */
  public static FieldSelector parse(String query) {
    List<String> parts = split(query);
    parts.sort(GoText::compare);
    List<Term> terms = new ArrayList<>();
    for (String part : parts) {
      if (!part.isEmpty()) {
        Term term = term(query, part);
        // Upstream's transformation of terms, even the one that changes nothing, drops empty ones.
        if (!term.field().isEmpty() || !term.value().isEmpty()) {
          terms.add(term);
        }
      }
    }
    return new FieldSelector(terms);
  }

  /** Reads a field query, if it is one. */
  public static Optional<FieldSelector> tryParse(String query) {
    try {
      return Optional.of(parse(query));
    } catch (IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }

  /** Splits at commas that are not escaped. */
  private static List<String> split(String query) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == ',') {
        parts.add(query.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(query.substring(start));
    return parts;
  }

  private static Term term(String query, String part) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "invalid selector: '" + query + "'; can't understand '" + part + "'");
    }
    boolean negated = equals > 0 && part.charAt(equals - 1) == '!';
    boolean twice = !negated && part.startsWith("==", equals);
    String field = part.substring(0, negated ? equals - 1 : equals);
    return new Term(field, negated, unescape(part.substring(equals + (twice ? 2 : 1))));
  }

  private static String unescape(String value) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '=') {
        throw new IllegalArgumentException(
            "invalid field selector: unescaped character in value: " + (int) c);
      }
      if (c == '\\') {
        i++;
        if (i == value.length() || "\\,=".indexOf(value.charAt(i)) < 0) {
          String escaped = i == value.length() ? "" : Character.toString(value.codePointAt(i));
          throw new IllegalArgumentException(
              "invalid field selector: invalid escape sequence: \\" + escaped);
        }
        c = value.charAt(i);
      }
      plain.append(c);
    }
    return plain.toString();
  }

  /** Returns whether the fields, by name, meet all conditions. */
  public boolean matches(Map<String, String> fields) {
    for (int i = 0; i < terms.size(); i++) {
      if (!terms.get(i).matches(fields)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the same as a test of many objects, which takes as long as there are fields, however many conditions there are. */
  public Predicate<Map<String, String>> matcher() {
    Map<String, FieldCondition> conditions = new LinkedHashMap<>();
    for (Term term : terms) {
      conditions.computeIfAbsent(term.field(), any -> new FieldCondition()).add(term);
    }
    return fields -> {
      for (Map.Entry<String, FieldCondition> condition : conditions.entrySet()) {
        if (!condition.getValue().matches(fields.getOrDefault(condition.getKey(), ""))) {
          return false;
        }
      }
      return true;
    };
  }

  /** Returns the value that a field must have, if the selector says so: what makes a list a read of one object. */
  public Optional<String> exactMatch(String field) {
    return terms.stream()
        .filter(term -> !term.negated() && term.field().equals(field))
        .map(Term::value)
        .findFirst();
  }

  /** Returns the canonical field query. */
  @Override
  public String toString() {
    return terms.stream().map(Term::toString).collect(Collectors.joining(","));
  }
}
