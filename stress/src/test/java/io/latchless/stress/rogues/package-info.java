/** Broken twins: each must be caught by a check, or the check that missed it proves nothing. */
@NullMarked
package io.latchless.stress.rogues;

import org.jspecify.annotations.NullMarked;
