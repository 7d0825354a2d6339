/**
 * What a check demands of its subject, so that the same check judges ours, a baseline and a rogue.
 */
@NullMarked
package io.latchless.stress.subjects;

import org.jspecify.annotations.NullMarked;
