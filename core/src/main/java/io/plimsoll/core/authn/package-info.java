/**
 * Who sends a request: the authenticators of an API server, and how several of them find out together.
 *
 * <p>An {@link io.plimsoll.core.authn.Authenticator} knows a user, has no opinion, or finds the credentials wrong. {@link
 * io.plimsoll.core.authn.Authenticators} are those of one server, by its flags: certificates, a proxy's headers, files, tokens
 * of service accounts, of issuers and of a webhook, and nobody in particular. {@link
 * io.plimsoll.core.authn.ServiceAccountTokens} issue tokens. Certificates and signatures are real; keys and the time are
 * arguments, and nothing is fetched.
 *
 * <pre>{@code
 * Authenticators server = Authenticators.builder()
 *     .tokenAuthFile("tokens.csv", "s3cret,alice,1001,\"dev,ops\"\n")
 *     .anonymousAuth(false)
 *     .build();
 * server.authenticate(ApiRequest.of("GET", "/api/v1/pods").withToken("s3cret"), cluster, now); // alice
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.authn;

import org.jspecify.annotations.NullMarked;
