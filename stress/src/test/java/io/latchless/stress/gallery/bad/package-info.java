/** Rogues that the gallery must refuse. */
@NullMarked
package io.latchless.stress.gallery.bad;

import org.jspecify.annotations.NullMarked;
