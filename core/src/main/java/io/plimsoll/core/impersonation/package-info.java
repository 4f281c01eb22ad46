/**
 * As whom a request is made: the headers by which a user asks to be taken for another, and who may do so.
 *
 * <p>An {@link io.plimsoll.core.impersonation.ImpersonationFilter} finds out; an {@link
 * io.plimsoll.core.request.Impersonation} is what {@code kubectl --as} adds to a request.
 *
 * <pre>{@code
 * ApiRequest request = Impersonation.as("jane").withGroups("dev").addTo(ApiRequest.of("GET", "/api/v1/pods"));
 * Outcome outcome = ImpersonationFilter.constrained(authorizer).apply(request, alice, attributes, cluster, Optional.empty());
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.impersonation;

import org.jspecify.annotations.NullMarked;
