/** Rogues that the gallery must reject. */
@NullMarked
package io.latchless.stress.gallery.bad;

import org.jspecify.annotations.NullMarked;
