package io.latchless.benchmarks.requesthistory;

/** A request that is over. */
public record Exchange(boolean success, long bytes, long nanos) {}
