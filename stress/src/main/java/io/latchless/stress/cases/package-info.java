/**
 * The jcstress tests. Each has two actors, because jcstress silently skips a test with more actors
 * than the machine has processors.
 */
@NullMarked
package io.latchless.stress.cases;

import org.jspecify.annotations.NullMarked;
