/** The contest of {@code Lazy} against lazy values behind mutexes. */
@NullMarked
package io.latchless.benchmarks.lazy;

import org.jspecify.annotations.NullMarked;
