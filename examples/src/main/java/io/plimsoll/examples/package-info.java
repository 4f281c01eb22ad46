/** A sample consumer of the library. */
@NullMarked
package io.plimsoll.examples;

import org.jspecify.annotations.NullMarked;
