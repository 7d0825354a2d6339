/** Tests of the report in a real browser, and their checks of a page. */
@NullMarked
package io.latchless.benchmarks.browser;

import org.jspecify.annotations.NullMarked;
