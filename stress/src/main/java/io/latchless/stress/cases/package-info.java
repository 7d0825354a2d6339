/**
 * What jcstress must never see broken: two actors each, for a test with more is left out in silence
 * on a machine with two processors.
 */
@NullMarked
package io.latchless.stress.cases;

import org.jspecify.annotations.NullMarked;
