/** Checks that operations documented not to allocate do not. */
@NullMarked
package io.latchless.benchmarks.allocation;

import org.jspecify.annotations.NullMarked;
