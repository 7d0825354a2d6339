/**
 * Freeze probes of the operations of {@link io.latchless.primitives} that claim to stop no thread.
 */
@NullMarked
package io.latchless.stress.freeze.primitives;

import org.jspecify.annotations.NullMarked;
