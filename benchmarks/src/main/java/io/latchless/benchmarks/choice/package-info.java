/**
 * The kinds of shared state, the candidates for each, and the shapes of workload that measure them.
 */
@NullMarked
package io.latchless.benchmarks.choice;

import org.jspecify.annotations.NullMarked;
