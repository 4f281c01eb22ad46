/** What the tests of the other modules share: the conformance harness and the architecture rules. */
@NullMarked
package io.plimsoll.testkit;

import org.jspecify.annotations.NullMarked;
