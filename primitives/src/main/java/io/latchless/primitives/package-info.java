/** Status, snapshots, hand-over, lazy values and contention management. */
@NullMarked
package io.latchless.primitives;

import org.jspecify.annotations.NullMarked;
