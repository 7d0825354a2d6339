/** Writes a comparison as a readable page: words, tables and charts in a single file. */
@NullMarked
package io.latchless.benchmarks.report;

import org.jspecify.annotations.NullMarked;
