/**
 * What plug-ins of Kubernetes share: names and operations, steps through the trees of objects, refusals.
 *
 * <pre>{@code
 * final class NoLatest extends Handler {
 *   NoLatest() { super("NoLatest", Operation.CREATE); }
 * }
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.admission.support;

import org.jspecify.annotations.NullMarked;
