package io.plimsoll.core.request;

/**
 * One condition on a field that a request selects objects by. Mirrors {@code fields.Requirement}.
 *
 * @param field the field, such as {@code spec.nodeName}
 * @param operator {@code =}, {@code ==}, {@code !=} or {@code in}
 * @param value what it is compared with
 */
public record FieldRequirement(String field, String operator, String value) {}
