/**
 * Runs jcstress so that it cannot pass without running every test. By itself it exits with 0 if no
 * test matches, omits tests that it cannot schedule, and skips classes that it cannot load, all
 * silently.
 */
@NullMarked
package io.latchless.stress.jcstress;

import org.jspecify.annotations.NullMarked;
