/** The comparison: rounds, order, budget and verdicts. */
@NullMarked
package io.latchless.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
