/**
 * Declares contests between ours, mutexes and peers, and provides the states that their benchmarks
 * may use.
 */
@NullMarked
package io.latchless.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
