/** Contests of {@code SnapshotMap} against maps behind mutexes, and against peers. */
@NullMarked
package io.latchless.benchmarks.map;

import org.jspecify.annotations.NullMarked;
