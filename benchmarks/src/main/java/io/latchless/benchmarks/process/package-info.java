/** Contests of {@code ProcessStatusHolder} against holders behind mutexes. */
@NullMarked
package io.latchless.benchmarks.process;

import org.jspecify.annotations.NullMarked;
