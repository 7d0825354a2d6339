package io.latchless.stress.houserules.bad.noknowledgeofthesuites.benchmarks;

/** What a library class has no business with. */
public final class Baseline {}
