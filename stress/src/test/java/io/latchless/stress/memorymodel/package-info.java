/** Runs the weak-memory models, and checks that they match the Java code. */
@NullMarked
package io.latchless.stress.memorymodel;

import org.jspecify.annotations.NullMarked;
