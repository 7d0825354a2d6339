/** Several fields that belong together: a pool's connections. */
@NullMarked
package io.latchless.benchmarks.state;

import org.jspecify.annotations.NullMarked;
