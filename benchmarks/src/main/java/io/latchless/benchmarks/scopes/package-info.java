/** A {@code ScopedHandlerRegistry}, the same behind a lock, by peers, and its contests. */
@NullMarked
package io.latchless.benchmarks.scopes;

import org.jspecify.annotations.NullMarked;
