/**
 * Questions about roles and bindings as {@code kubectl} and its plug-ins ask and print them.
 *
 * <pre>{@code
 * CanI.of(rbac).ask(alice, CanIQuestion.of("get", "deploy/web").in("shop")).output();   // "yes\n"
 * Reconciler.of(rbac).reconcile(role).text();
 * RoleSummary.of(rbac, Subject.serviceAccount("shop", "web")).text();
 * }</pre>
 */
@NullMarked
package io.plimsoll.rbac.kubectl;

import org.jspecify.annotations.NullMarked;
