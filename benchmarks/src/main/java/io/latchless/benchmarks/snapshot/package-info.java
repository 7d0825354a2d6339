/** A {@code SnapshotRef}, the same behind mutexes, and its contests. */
@NullMarked
package io.latchless.benchmarks.snapshot;

import org.jspecify.annotations.NullMarked;
