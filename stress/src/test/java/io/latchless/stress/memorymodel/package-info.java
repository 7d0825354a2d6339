/** The models of weak memory, and what holds them to the Java that they are models of. */
@NullMarked
package io.latchless.stress.memorymodel;

import org.jspecify.annotations.NullMarked;
