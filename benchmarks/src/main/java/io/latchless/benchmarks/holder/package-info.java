/** Contests of {@code StatusHolder} against holders behind mutexes. */
@NullMarked
package io.latchless.benchmarks.holder;

import org.jspecify.annotations.NullMarked;
