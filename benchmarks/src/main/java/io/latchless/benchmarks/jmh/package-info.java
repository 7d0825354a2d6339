/** How the comparison gets its figures from JMH and JOL in JVMs of their own. */
@NullMarked
package io.latchless.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
