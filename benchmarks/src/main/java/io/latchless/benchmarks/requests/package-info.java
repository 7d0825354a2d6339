/** Contests of {@code RequestMetrics} against metrics behind mutexes and of other libraries. */
@NullMarked
package io.latchless.benchmarks.requests;

import org.jspecify.annotations.NullMarked;
