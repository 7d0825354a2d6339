/** ArchUnit rules that find concurrency mistakes in compiled code. */
@NullMarked
package io.latchless.rules;

import org.jspecify.annotations.NullMarked;
