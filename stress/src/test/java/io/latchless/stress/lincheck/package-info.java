/** Lincheck models: every interleaving of a few operations, checked for linearizability. */
@NullMarked
package io.latchless.stress.lincheck;

import org.jspecify.annotations.NullMarked;
