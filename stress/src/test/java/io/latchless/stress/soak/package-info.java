/** Exact accounting: several threads run many operations, each of which is accounted for. */
@NullMarked
package io.latchless.stress.soak;

import org.jspecify.annotations.NullMarked;
