package io.latchless.stress.houserules.bad.onewayarrows.primitives;

import io.latchless.stress.houserules.bad.onewayarrows.ringbuffer.Upstairs;

/** Knows a module above it. */
public record Violator(Upstairs upstairs) {}
