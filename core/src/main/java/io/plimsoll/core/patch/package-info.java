/**
 * The patches that an API server applies to an object: JSON patch, JSON merge patch and strategic merge patch, with the errors in
 * upstream's words.
 *
 * <p>They work on trees. What a patch does not touch is shared with the tree it was applied to, places in the text included.
 *
 * <pre>{@code
 * ObjectType type = Schema.kubernetes().type("apps/v1", "Deployment").orElseThrow();
 * PatchResult result = StrategicMergePatch.apply(object.tree(), "{\"spec\":{\"replicas\":3}}", type);
 * if (result instanceof PatchResult.Patched patched) {
 *   patched.document();
 * }
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.patch;

import org.jspecify.annotations.NullMarked;
