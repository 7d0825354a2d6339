/** A {@code SnapshotMap}, the same behind mutexes, by peers, and its contests. */
@NullMarked
package io.latchless.benchmarks.map;

import org.jspecify.annotations.NullMarked;
