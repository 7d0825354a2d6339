package io.latchless.stress.houserules.bad.noknowledgeofthesuites.primitives;

import io.latchless.stress.houserules.bad.noknowledgeofthesuites.benchmarks.Baseline;

/** Depends on the suite that measures it. */
public record Violator(Baseline baseline) {}
