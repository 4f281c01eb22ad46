/**
 * Questions that need several domains: the API server put together, as kube-apiserver is started.
 *
 * <p>{@link io.plimsoll.posture.Posture} makes the server; {@link io.plimsoll.posture.ServerFlags} are its flags by upstream's names.
 *
 * <pre>{@code
 * Cluster shop = Posture.running(Cluster.load(Path.of("k8s")));
 * ApiServer server = Posture.apiServer();
 * Response response = server.handle(shop, Request.as("alice").delete("deployments", "shop", "web"));
 * response.message();  // deployments.apps "web" is forbidden: User "alice" cannot delete …
 * }</pre>
 */
@NullMarked
package io.plimsoll.posture;

import org.jspecify.annotations.NullMarked;
