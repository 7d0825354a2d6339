package io.latchless.stress.houserules.bad.noclasscycles;

import org.jspecify.annotations.Nullable;

record Accomplice(@Nullable Violator violator) {}
