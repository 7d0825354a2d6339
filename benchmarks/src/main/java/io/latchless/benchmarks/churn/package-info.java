/** What the updates of a copy-on-write map leave to the garbage collector. */
@NullMarked
package io.latchless.benchmarks.churn;

import org.jspecify.annotations.NullMarked;
