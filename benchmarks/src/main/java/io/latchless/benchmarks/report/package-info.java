/** The report that a reader opens in a browser. */
@NullMarked
package io.latchless.benchmarks.report;

import org.jspecify.annotations.NullMarked;
