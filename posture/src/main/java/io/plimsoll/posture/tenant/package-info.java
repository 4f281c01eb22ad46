/**
 * Namespaces as tenants: what keeps each apart from the others, and what does not.
 *
 * <p>{@link io.plimsoll.posture.tenant.Tenants} gathers the facts of Pod Security, network policies, quotas, service accounts and
 * roles, namespace by namespace, each with its place; {@link io.plimsoll.posture.tenant.TenantRule} names what is found wanting.
 *
 * <pre>{@code
 * Tenants tenants = Tenants.of(Cluster.load(Path.of("k8s")));
 * tenants.tenant("shop").ingress().isolation().coverage();       // DEFAULT_DENY
 * tenants.allowed(User.serviceAccount("shop", "ci"), "payments"); // get|list|watch pods
 * System.out.print(TenantReport.text(tenants));
 * }</pre>
 */
@NullMarked
package io.plimsoll.posture.tenant;

import org.jspecify.annotations.NullMarked;
