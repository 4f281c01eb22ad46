package io.plimsoll.core.authz;

/**
 * An authorizer and the name by which reasons tell it from others.
 *
 * @param name the name, such as {@code rbac}
 * @param authorizer the authorizer
 */
public record NamedAuthorizer(String name, Authorizer authorizer) {}
