/** Two runs side by side: what became faster or slower between them, and what cannot be said. */
@NullMarked
package io.latchless.benchmarks.regression;

import org.jspecify.annotations.NullMarked;
