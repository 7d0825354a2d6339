@NullMarked
package io.latchless.benchmarks.against;

import org.jspecify.annotations.NullMarked;
