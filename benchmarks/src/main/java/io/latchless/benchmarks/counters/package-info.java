/** A {@code Counter}, the JDK's counters, the same behind mutexes, and their contests. */
@NullMarked
package io.latchless.benchmarks.counters;

import org.jspecify.annotations.NullMarked;
