/** Interfaces that checks require, so that one check covers the library, a baseline and a rogue. */
@NullMarked
package io.latchless.stress.subjects;

import org.jspecify.annotations.NullMarked;
