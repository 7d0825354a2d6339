/** Obtains the comparison's figures from JMH and JOL, in JVMs of their own. */
@NullMarked
package io.latchless.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
