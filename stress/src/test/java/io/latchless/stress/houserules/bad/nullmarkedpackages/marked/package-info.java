/** Breaks one rule of the house on purpose. */
@NullMarked
package io.latchless.stress.houserules.bad.nullmarkedpackages.marked;

import org.jspecify.annotations.NullMarked;
