package io.latchless.stress.houserules.bad.onewayarrows.ringbuffer;

/** Used from a module below. */
public final class Upstairs {}
