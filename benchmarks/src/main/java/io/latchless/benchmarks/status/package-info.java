/** Contests of {@code AtomicStatus} against statuses behind mutexes. */
@NullMarked
package io.latchless.benchmarks.status;

import org.jspecify.annotations.NullMarked;
