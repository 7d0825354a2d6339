/** Ring buffers, and the queues that they are compared with. */
@NullMarked
package io.latchless.benchmarks.ring;

import org.jspecify.annotations.NullMarked;
