/** A {@code Mailbox}, the same behind mutexes, and its contest. */
@NullMarked
package io.latchless.benchmarks.mailbox;

import org.jspecify.annotations.NullMarked;
