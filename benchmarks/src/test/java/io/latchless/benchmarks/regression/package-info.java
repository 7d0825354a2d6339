@NullMarked
package io.latchless.benchmarks.regression;

import org.jspecify.annotations.NullMarked;
