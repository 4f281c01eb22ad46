/** JMH benchmarks of the library and of its rivals. */
@NullMarked
package io.plimsoll.benchmarks;

import org.jspecify.annotations.NullMarked;
