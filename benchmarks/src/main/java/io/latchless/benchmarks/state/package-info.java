/** Contests of several related fields: the connections of a pool. */
@NullMarked
package io.latchless.benchmarks.state;

import org.jspecify.annotations.NullMarked;
