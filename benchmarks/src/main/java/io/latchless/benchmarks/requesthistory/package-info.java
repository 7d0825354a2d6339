/** Contests of {@code RequestHistory} against a deque and metrics behind a mutex. */
@NullMarked
package io.latchless.benchmarks.requesthistory;

import org.jspecify.annotations.NullMarked;
