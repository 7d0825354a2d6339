package io.latchless.stress.houserules.bad.nopackagecycles.one;

import io.latchless.stress.houserules.bad.nopackagecycles.two.Accomplice;
import org.jspecify.annotations.Nullable;

/** Knows what knows it. */
public record Violator(@Nullable Accomplice accomplice) {}
