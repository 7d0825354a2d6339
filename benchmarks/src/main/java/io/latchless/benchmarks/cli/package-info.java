/** The command line. */
@NullMarked
package io.latchless.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
