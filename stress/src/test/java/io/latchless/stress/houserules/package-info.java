/** The house rules as executable checks, each with an example that breaks it. */
@NullMarked
package io.latchless.stress.houserules;

import org.jspecify.annotations.NullMarked;
