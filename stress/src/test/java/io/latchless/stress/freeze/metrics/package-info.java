/** Freeze probes of the metrics. */
@NullMarked
package io.latchless.stress.freeze.metrics;

import org.jspecify.annotations.NullMarked;
