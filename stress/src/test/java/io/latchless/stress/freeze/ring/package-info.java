/** The ring buffers, frozen. */
@NullMarked
package io.latchless.stress.freeze.ring;

import org.jspecify.annotations.NullMarked;
