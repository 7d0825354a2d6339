/** Rules for ArchUnit that find mistakes of concurrency in compiled code. */
@NullMarked
package io.latchless.rules;

import org.jspecify.annotations.NullMarked;
