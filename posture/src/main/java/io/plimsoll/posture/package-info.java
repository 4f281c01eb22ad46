/** Questions that need several domains, and assertions on their answers. */
@NullMarked
package io.plimsoll.posture;

import org.jspecify.annotations.NullMarked;
