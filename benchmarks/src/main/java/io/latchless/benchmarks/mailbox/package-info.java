/** The contest of {@code Mailbox} against slots behind mutexes. */
@NullMarked
package io.latchless.benchmarks.mailbox;

import org.jspecify.annotations.NullMarked;
