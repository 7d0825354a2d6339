/** How a contest between ours, mutexes and peers is declared, and what its benchmark may use. */
@NullMarked
package io.latchless.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
