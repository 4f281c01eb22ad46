/**
 * May this user do that: the authorizers of an API server but for RBAC, and how several of them decide together.
 *
 * <p>An {@link io.plimsoll.core.authz.Authorizer} allows, denies or has no opinion.
 *
 * <pre>{@code
 * Authorizer readersOnly = (cluster, user, attributes) ->
 *     attributes.isReadOnly() ? Authorization.allow("") : Authorization.noOpinion("not a read");
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.authz;

import org.jspecify.annotations.NullMarked;
