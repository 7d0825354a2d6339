/** Tests that tie the documents to the code. */
@NullMarked
package io.latchless.stress.docs;

import org.jspecify.annotations.NullMarked;
