/** The contest of {@code TransitionGraph} against maps of sets. */
@NullMarked
package io.latchless.benchmarks.graph;

import org.jspecify.annotations.NullMarked;
