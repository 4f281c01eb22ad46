/**
 * Who sends a request: the authenticators of an API server, and how several of them find out together.
 *
 * <p>An {@link io.plimsoll.core.authn.Authenticator} knows a user, has no opinion, or finds the credentials wrong.
 *
 * <pre>{@code
 * Authenticator proxy = request -> request.http().user()
 *     .<Authentication>map(user -> new Authentication.Authenticated(user, List.of(), List.of()))
 *     .orElse(Authentication.NO_OPINION);
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.authn;

import org.jspecify.annotations.NullMarked;
