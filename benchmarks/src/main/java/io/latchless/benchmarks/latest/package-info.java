/** A {@code Latest}, the same behind mutexes, and its contest. */
@NullMarked
package io.latchless.benchmarks.latest;

import org.jspecify.annotations.NullMarked;
