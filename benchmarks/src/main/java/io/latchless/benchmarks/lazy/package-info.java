/** A {@code Lazy}, the same behind mutexes, and its contest. */
@NullMarked
package io.latchless.benchmarks.lazy;

import org.jspecify.annotations.NullMarked;
