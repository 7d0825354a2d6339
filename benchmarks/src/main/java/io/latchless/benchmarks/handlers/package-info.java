/** A {@code HandlerRegistry}, the same behind a lock, by peers, and its contests. */
@NullMarked
package io.latchless.benchmarks.handlers;

import org.jspecify.annotations.NullMarked;
