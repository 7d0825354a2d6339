/**
 * An {@code Ewma}, a {@code DecayingMean} and a {@code DecayingRate}, the same behind mutexes, what
 * comes near them elsewhere, and their contests.
 */
@NullMarked
package io.latchless.benchmarks.averages;

import org.jspecify.annotations.NullMarked;
