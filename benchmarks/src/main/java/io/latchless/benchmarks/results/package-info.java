/** The results of a comparison: the model behind {@code results.json}, schema 2. */
@NullMarked
package io.latchless.benchmarks.results;

import org.jspecify.annotations.NullMarked;
