/** An {@code AtomicStatus}, the same behind mutexes, and its contests. */
@NullMarked
package io.latchless.benchmarks.status;

import org.jspecify.annotations.NullMarked;
