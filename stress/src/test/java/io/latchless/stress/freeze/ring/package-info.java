/** Freeze and thaw probes of the ring buffers. */
@NullMarked
package io.latchless.stress.freeze.ring;

import org.jspecify.annotations.NullMarked;
