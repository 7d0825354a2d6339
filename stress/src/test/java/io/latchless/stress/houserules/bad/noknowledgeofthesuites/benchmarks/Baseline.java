package io.latchless.stress.houserules.bad.noknowledgeofthesuites.benchmarks;

/** A benchmark class that library classes must not use. */
public final class Baseline {}
