/** Breaks one rule of the house on purpose. */
@NullMarked
package io.latchless.stress.houserules.bad.nomonitors;

import org.jspecify.annotations.NullMarked;
