/** Recommends a holder for shared state, from measured figures. */
@NullMarked
package io.latchless.benchmarks.advice;

import org.jspecify.annotations.NullMarked;
