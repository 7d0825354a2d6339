package io.latchless.stress.houserules.bad.noclasscycles;

import org.jspecify.annotations.Nullable;

record Violator(@Nullable Accomplice accomplice) {}
