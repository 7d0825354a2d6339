/** Obviously correct twins behind a monitor, and what is compared with them. */
@NullMarked
package io.latchless.stress.oracle;

import org.jspecify.annotations.NullMarked;
