/**
 * The whole request chain: what an API server answers to a request.
 *
 * <p>An {@link io.plimsoll.core.apiserver.ApiServer} takes a request through authentication, impersonation, authorization, decoding,
 * mutating admission, validation and validating admission, in upstream's order; the first that refuses answers.
 *
 * <pre>{@code
 * ServerState state = ServerState.of(cluster);
 * Response response = server.handle(state, Request.as("alice").create(pod));
 * response.code();     // 403
 * response.message();  // pods "web" is forbidden: …
 * response.trace();    // what every stage and plug-in decided
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.apiserver;

import org.jspecify.annotations.NullMarked;
