/** Scenarios that test the probe: some lock-free, some only claiming to be, some unusable. */
@NullMarked
package io.latchless.stress.freeze.examples;

import org.jspecify.annotations.NullMarked;
