/** Contests of {@code LatencyHistogram} against the histograms of other libraries. */
@NullMarked
package io.latchless.benchmarks.latencies;

import org.jspecify.annotations.NullMarked;
