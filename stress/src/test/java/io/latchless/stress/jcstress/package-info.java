/**
 * Runs jcstress so that it cannot pass by not having looked: it ends with 0 when nothing matched,
 * leaves out tests that it cannot schedule, and skips what it cannot load, all in silence.
 */
@NullMarked
package io.latchless.stress.jcstress;

import org.jspecify.annotations.NullMarked;
