/**
 * What changes for whom between two sets of roles and bindings.
 *
 * <pre>{@code
 * AccessDiff diff = AccessDiff.between(Rbac.of(before), Rbac.of(after));
 * diff.subjects().get(0).gained();
 * diff.text();
 * }</pre>
 */
@NullMarked
package io.plimsoll.rbac.compare;

import org.jspecify.annotations.NullMarked;
