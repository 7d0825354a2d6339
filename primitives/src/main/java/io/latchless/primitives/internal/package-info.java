/** Code that the library modules share with each other and with no other module. */
@NullMarked
package io.latchless.primitives.internal;

import org.jspecify.annotations.NullMarked;
