/** jcstress, Lincheck, soak tests, freeze probe and the rogues' gallery. */
@NullMarked
package io.latchless.stress;

import org.jspecify.annotations.NullMarked;
