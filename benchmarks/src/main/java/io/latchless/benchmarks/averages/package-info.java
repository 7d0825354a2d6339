/**
 * Contests of {@code Ewma}, {@code DecayingMean} and {@code DecayingRate} against the same behind
 * mutexes, and against similar classes of other libraries.
 */
@NullMarked
package io.latchless.benchmarks.averages;

import org.jspecify.annotations.NullMarked;
