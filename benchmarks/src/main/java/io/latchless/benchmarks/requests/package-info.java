/**
 * {@code RequestMetrics}, the same behind mutexes, what other libraries have, and their contests.
 */
@NullMarked
package io.latchless.benchmarks.requests;

import org.jspecify.annotations.NullMarked;
