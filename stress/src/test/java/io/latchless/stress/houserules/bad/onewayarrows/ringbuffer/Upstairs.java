package io.latchless.stress.houserules.bad.onewayarrows.ringbuffer;

/** Known from below. */
public final class Upstairs {}
