/**
 * Curves: contests of shapes that differ in one figure, measured most densely where two subjects
 * cross.
 *
 * @see io.latchless.benchmarks.curves.Sweep
 */
@NullMarked
package io.latchless.benchmarks.curves;

import org.jspecify.annotations.NullMarked;
