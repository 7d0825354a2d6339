/** What the rule must report, each at a line marked so. */
@NullMarked
package io.latchless.rules.examples.caught.monitors;

import org.jspecify.annotations.NullMarked;
