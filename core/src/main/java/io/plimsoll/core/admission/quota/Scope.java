package io.plimsoll.core.admission.quota;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;

/**
 * A condition on objects that count. Mirrors {@code core/v1 ScopedResourceSelectorRequirement}.
 *
 * @param name the scope, such as {@code BestEffort}
 * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
 * @param values the values of {@code In} and {@code NotIn}
 */
public record Scope(String name, String operator, List<String> values) {

  public Scope {
    values = List.copyOf(values);
  }

  /** Reads the record from a tree. */
  public static Scope from(Fields fields) {
    return new Scope(fields.text("scopeName"), fields.text("operator"), fields.strings("values"));
  }

  boolean asksForExistence() {
    return operator.equals("Exists");
  }

  /**
   * Returns whether an object that has a value for this scope meets it; one that has none has the empty text.
   *
   * @throws IllegalArgumentException if the condition is none, with upstream's message
   */
  boolean matches(String value) {
    LabelSelectorRequirement requirement = new LabelSelectorRequirement(name, operator, values);
    return new LabelSelector(Map.of(), List.of(requirement))
        .matches(value.isEmpty() ? Map.of() : Map.of(name, value));
  }

  /** Returns the condition as Go prints it: {@code {PriorityClass In [high]}}. */
  @Override
  public String toString() {
    return "{" + name + " " + operator + " [" + String.join(" ", values) + "]}";
  }
}
