/** A model of the garbage that updates of a copy-on-write map produce. */
@NullMarked
package io.latchless.benchmarks.churn;

import org.jspecify.annotations.NullMarked;
