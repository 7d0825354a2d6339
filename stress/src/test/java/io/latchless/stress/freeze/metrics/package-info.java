/** The metrics, frozen. */
@NullMarked
package io.latchless.stress.freeze.metrics;

import org.jspecify.annotations.NullMarked;
