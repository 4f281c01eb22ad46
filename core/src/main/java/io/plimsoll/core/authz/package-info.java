/**
 * May this user do that: the authorizers of an API server but for RBAC, how several of them decide together, and the reviews by which
 * users ask for themselves.
 *
 * <p>An {@link io.plimsoll.core.authz.Authorizer} allows, denies or has no opinion. {@link
 * io.plimsoll.core.authz.AuthorizerTypes} builds those that an {@link io.plimsoll.core.authz.AuthorizationConfiguration}, or the
 * older flags, name.
 *
 * <pre>{@code
 * Authorizer readersOnly = (cluster, user, attributes) ->
 *     attributes.isReadOnly() ? Authorization.allow("") : Authorization.noOpinion("not a read");
 * Union union = AuthorizerTypes.standard().with("Readers", readersOnly)
 *     .build(AuthorizationOptions.ofModes("Node", "Readers").toConfiguration(Set.of("Readers")));
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.authz;

import org.jspecify.annotations.NullMarked;
