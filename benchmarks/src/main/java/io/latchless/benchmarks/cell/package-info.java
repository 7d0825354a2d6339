/** One current value behind a mutex with waiters and listeners: what the baselines share. */
@NullMarked
package io.latchless.benchmarks.cell;

import org.jspecify.annotations.NullMarked;
