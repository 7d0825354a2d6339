/** What the library modules share with each other and with nobody else. */
@NullMarked
package io.latchless.primitives.internal;

import org.jspecify.annotations.NullMarked;
