package io.latchless.stress.houserules.bad.noclasscycles;

import org.jspecify.annotations.Nullable;

record Innocent(Nested nested) {
  record Nested(@Nullable Innocent outer) {}
}
