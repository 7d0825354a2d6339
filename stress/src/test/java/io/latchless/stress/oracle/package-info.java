/** Obviously correct twins behind a monitor, as oracles for the library's types. */
@NullMarked
package io.latchless.stress.oracle;

import org.jspecify.annotations.NullMarked;
