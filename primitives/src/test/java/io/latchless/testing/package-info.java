/** Code that the tests of several modules share. */
@NullMarked
package io.latchless.testing;

import org.jspecify.annotations.NullMarked;
