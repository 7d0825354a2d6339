/** Checks that what promises not to allocate does not. */
@NullMarked
package io.latchless.benchmarks.allocation;

import org.jspecify.annotations.NullMarked;
