package io.latchless.stress.houserules.bad.nopackagecycles.two;

import io.latchless.stress.houserules.bad.nopackagecycles.one.Violator;
import org.jspecify.annotations.Nullable;

/** Knows what knows it. */
public record Accomplice(@Nullable Violator violator) {}
