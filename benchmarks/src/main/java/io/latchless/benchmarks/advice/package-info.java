/** Who should hold what is shared, decided from figures. */
@NullMarked
package io.latchless.benchmarks.advice;

import org.jspecify.annotations.NullMarked;
