/** A {@code TransitionGraph}, the same as maps, and its contest. */
@NullMarked
package io.latchless.benchmarks.graph;

import org.jspecify.annotations.NullMarked;
