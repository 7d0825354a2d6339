package io.latchless.stress.houserules.bad.nopackagecycles.one;

import io.latchless.stress.houserules.bad.nopackagecycles.two.Accomplice;
import org.jspecify.annotations.Nullable;

/** Depends on a class that depends on it. */
public record Violator(@Nullable Accomplice accomplice) {}
