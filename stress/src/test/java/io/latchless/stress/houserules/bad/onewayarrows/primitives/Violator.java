package io.latchless.stress.houserules.bad.onewayarrows.primitives;

import io.latchless.stress.houserules.bad.onewayarrows.ringbuffer.Upstairs;

/** Depends on a module above its own. */
public record Violator(Upstairs upstairs) {}
