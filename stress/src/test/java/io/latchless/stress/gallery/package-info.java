/** The list of what the checks have been seen to catch. */
@NullMarked
package io.latchless.stress.gallery;

import org.jspecify.annotations.NullMarked;
