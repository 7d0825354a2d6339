/** Mistakes that the rule must report, each on a marked line. */
@NullMarked
package io.latchless.rules.examples.caught.fields;

import org.jspecify.annotations.NullMarked;
