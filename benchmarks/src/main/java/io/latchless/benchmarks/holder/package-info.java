/** A {@code StatusHolder}, the same behind mutexes, and its contests. */
@NullMarked
package io.latchless.benchmarks.holder;

import org.jspecify.annotations.NullMarked;
