/** The comparison itself: rounds, order, budget, and what the figures allow to be said. */
@NullMarked
package io.latchless.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
