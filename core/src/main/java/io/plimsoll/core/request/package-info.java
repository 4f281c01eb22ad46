/**
 * What is asked of a cluster, and by whom.
 *
 * <p>A {@link io.plimsoll.core.request.User} is who asks; {@link io.plimsoll.core.request.Attributes} are what an authorizer is
 * asked about, and {@link io.plimsoll.core.request.Request} writes them as people say them. A {@link
 * io.plimsoll.core.request.Requester} makes the HTTP requests that {@code kubectl} would send.
 *
 * <pre>{@code
 * User web = User.serviceAccount("shop", "web");
 * Attributes readSecrets = Request.get("secrets").in("shop");
 * Attributes scale = Request.update("deployments/scale").in("shop").named("web");
 * Attributes health = Request.url("get", "/healthz");
 * ApiRequest trial = Request.as("admin").impersonating("alice").dryRun().delete("pods", "shop", "web");
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.request;

import org.jspecify.annotations.NullMarked;
