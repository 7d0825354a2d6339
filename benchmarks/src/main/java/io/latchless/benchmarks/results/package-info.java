/** What a comparison measured: the model behind {@code results.json}, schema 1. */
@NullMarked
package io.latchless.benchmarks.results;

import org.jspecify.annotations.NullMarked;
