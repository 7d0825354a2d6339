/** Contests of {@code RequestHistory} against a deque and its metrics behind a mutex. */
@NullMarked
package io.latchless.benchmarks.requesthistory;

import org.jspecify.annotations.NullMarked;
