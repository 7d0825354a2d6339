/** The operations of {@link io.latchless.primitives} that claim to stop nobody, frozen anywhere. */
@NullMarked
package io.latchless.stress.freeze.primitives;

import org.jspecify.annotations.NullMarked;
