/** Contests of {@code SnapshotRef} against references behind mutexes. */
@NullMarked
package io.latchless.benchmarks.snapshot;

import org.jspecify.annotations.NullMarked;
