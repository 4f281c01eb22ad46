/**
 * The roles and bindings that requests need, and no more.
 *
 * <pre>{@code
 * AuditLog log = AuditLog.read("audit.log", text);
 * LeastPrivilege least = LeastPrivilege.of(log.requests());
 * least.rbac().can(user, attributes);
 * least.yaml();
 * }</pre>
 */
@NullMarked
package io.plimsoll.rbac.least;

import org.jspecify.annotations.NullMarked;
