/** Exact accounting: many operations by several threads, after which every one is accounted for. */
@NullMarked
package io.latchless.stress.soak;

import org.jspecify.annotations.NullMarked;
