/** A {@code LatencyHistogram}, those of other libraries, and their contests. */
@NullMarked
package io.latchless.benchmarks.latencies;

import org.jspecify.annotations.NullMarked;
