package io.plimsoll.core.request;

import io.plimsoll.core.model.FieldSelector;
import java.util.List;

/**
 * One condition on a field that a request selects objects by. Mirrors {@code fields.Requirement}.
 *
 * @param field the field, such as {@code spec.nodeName}
 * @param operator {@code =}, {@code ==}, {@code !=} or {@code in}
 * @param value what it is compared with
 */
public record FieldRequirement(String field, String operator, String value) {

  /** Returns the conditions of a selector. Mirrors {@code Requirements} of {@code fields.Selector}. */
  public static List<FieldRequirement> of(FieldSelector selector) {
    return selector.terms().stream()
        .map(term -> new FieldRequirement(term.field(), term.negated() ? "!=" : "=", term.value()))
        .toList();
  }
}
