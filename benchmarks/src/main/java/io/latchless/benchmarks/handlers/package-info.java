/** Contests of {@code HandlerRegistry} against a registry behind a lock, and against peers. */
@NullMarked
package io.latchless.benchmarks.handlers;

import org.jspecify.annotations.NullMarked;
