/**
 * Role-based access control: who may do what, and why.
 *
 * <p>{@link io.plimsoll.rbac.Rbac} answers questions about the roles and bindings of a cluster; {@link
 * io.plimsoll.rbac.PolicyRules} compares rules, {@link io.plimsoll.rbac.Aggregation} collects those of aggregated ClusterRoles,
 * {@link io.plimsoll.rbac.RbacValidation} says what the API server refuses, and {@link io.plimsoll.rbac.BootstrapPolicy} is what
 * it brings along.
 *
 * <pre>{@code
 * Rbac rbac = Rbac.of(BootstrapPolicy.addTo(cluster));
 * Attributes readSecrets = Attributes.ofResource("get", "", "secrets").in("shop");
 * Decision decision = rbac.can(User.serviceAccount("shop", "web"), readSecrets);
 * decision.reason();                        // RBAC: allowed by RoleBinding "web/shop" of Role "reader" to …
 * rbac.whoCan(readSecrets).subjects();      // [Group system:masters, ServiceAccount shop/web]
 * }</pre>
 */
@NullMarked
package io.plimsoll.rbac;

import org.jspecify.annotations.NullMarked;
