/** A small contest that the engine's own tests run. */
@NullMarked
package io.latchless.benchmarks.demo;

import org.jspecify.annotations.NullMarked;
