@NullMarked
package io.latchless.benchmarks.report;

import org.jspecify.annotations.NullMarked;
