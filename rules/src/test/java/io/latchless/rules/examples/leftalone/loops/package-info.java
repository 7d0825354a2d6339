/** Correct code that resembles the mistakes that the rule reports. */
@NullMarked
package io.latchless.rules.examples.leftalone.loops;

import org.jspecify.annotations.NullMarked;
