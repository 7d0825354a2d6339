package io.latchless.benchmarks.requesthistory;

/** A finished request. */
public record Exchange(boolean success, long bytes, long nanos) {}
