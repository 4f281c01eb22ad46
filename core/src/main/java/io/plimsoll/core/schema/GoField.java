package io.plimsoll.core.schema;

/**
 * What Kubernetes' Go code has for a field and its messages show. Taken from the structs of {@code k8s.io/api}.
 *
 * @param type the type as Go prints it, without the pointer: {@code v1.Protocol}, {@code []v1.Container}
 * @param embedded the structs within the object's own that hold the field, as {@code RuleWithOperations.Rule}; empty for most
 * @param pointer whether it is a pointer
 */
public record GoField(String type, String embedded, boolean pointer) {}
