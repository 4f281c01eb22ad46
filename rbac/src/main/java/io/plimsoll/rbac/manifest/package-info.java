/**
 * Roles and bindings as manifests.
 *
 * <pre>{@code
 * RbacTrees.of(Role.of("shop", "reader", PolicyRule.of(List.of("get"), List.of(""), List.of("pods"))));
 * }</pre>
 */
@NullMarked
package io.plimsoll.rbac.manifest;

import org.jspecify.annotations.NullMarked;
