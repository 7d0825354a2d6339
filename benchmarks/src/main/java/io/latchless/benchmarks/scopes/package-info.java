/**
 * Contests of {@code ScopedHandlerRegistry} against a registry behind a lock, and against peers.
 */
@NullMarked
package io.latchless.benchmarks.scopes;

import org.jspecify.annotations.NullMarked;
