/**
 * What is asked of a cluster, and by whom.
 *
 * <p>A {@link io.plimsoll.core.request.User} is who asks; {@link io.plimsoll.core.request.Attributes} are what an authorizer is
 * asked about.
 *
 * <pre>{@code
 * User web = User.serviceAccount("shop", "web");
 * Attributes readSecrets = Attributes.ofResource("get", "", "secrets").in("shop");
 * Attributes scale = Attributes.ofResource("update", "apps", "deployments").subresource("scale").in("shop").named("web");
 * Attributes health = Attributes.ofPath("get", "/healthz");
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.request;

import org.jspecify.annotations.NullMarked;
