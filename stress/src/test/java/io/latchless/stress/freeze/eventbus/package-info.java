/** Threads frozen inside the event bus. */
@NullMarked
package io.latchless.stress.freeze.eventbus;

import org.jspecify.annotations.NullMarked;
