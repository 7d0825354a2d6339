/** A current value behind a mutex, with waiters and listeners: the common base of the baselines. */
@NullMarked
package io.latchless.benchmarks.cell;

import org.jspecify.annotations.NullMarked;
