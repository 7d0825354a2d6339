/** The report in a real browser, and the checks that find fault with a page there. */
@NullMarked
package io.latchless.benchmarks.browser;

import org.jspecify.annotations.NullMarked;
