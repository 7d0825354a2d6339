/** What looks like a mistake to the rule and is none. */
@NullMarked
package io.latchless.rules.examples.leftalone.returns;

import org.jspecify.annotations.NullMarked;
