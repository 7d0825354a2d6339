/** Checks that every rogue is caught by a test. */
@NullMarked
package io.latchless.stress.gallery;

import org.jspecify.annotations.NullMarked;
