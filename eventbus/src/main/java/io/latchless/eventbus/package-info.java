/** An in-process event bus with a bounded queue for each subscription. */
@NullMarked
package io.latchless.eventbus;

import org.jspecify.annotations.NullMarked;
