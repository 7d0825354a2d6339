/** Tests the published artifacts in a project that depends on them. */
@NullMarked
package io.latchless.stress.consumer;

import org.jspecify.annotations.NullMarked;
