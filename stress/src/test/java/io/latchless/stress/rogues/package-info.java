/** Broken twins: a check that misses its twin proves nothing. */
@NullMarked
package io.latchless.stress.rogues;

import org.jspecify.annotations.NullMarked;
