/** Writes the figures of a run into the marked places of a guide. */
@NullMarked
package io.latchless.benchmarks.guide;

import org.jspecify.annotations.NullMarked;
