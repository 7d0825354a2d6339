/** Mutex baselines, peers, and the engine that compares them with the library. */
@NullMarked
package io.latchless.benchmarks;

import org.jspecify.annotations.NullMarked;
