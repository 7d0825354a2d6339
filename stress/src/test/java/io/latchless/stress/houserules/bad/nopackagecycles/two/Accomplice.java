package io.latchless.stress.houserules.bad.nopackagecycles.two;

import io.latchless.stress.houserules.bad.nopackagecycles.one.Violator;
import org.jspecify.annotations.Nullable;

/** Depends on a class that depends on it. */
public record Accomplice(@Nullable Violator violator) {}
