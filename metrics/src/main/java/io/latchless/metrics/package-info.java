/** Counters, averages, histograms, and request metrics that add up. */
@NullMarked
package io.latchless.metrics;

import org.jspecify.annotations.NullMarked;
