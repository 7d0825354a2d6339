/** The contest of {@code Latest} against latest values behind mutexes. */
@NullMarked
package io.latchless.benchmarks.latest;

import org.jspecify.annotations.NullMarked;
