/** Compares two runs: what became faster or slower, and what remains undecided. */
@NullMarked
package io.latchless.benchmarks.regression;

import org.jspecify.annotations.NullMarked;
