package io.latchless.benchmarks.results;

/**
 * The distribution of the time of one operation in one sampling run, in nanoseconds.
 *
 * @param p50 the median
 * @param p90 the 90th percentile
 * @param p99 the 99th percentile
 * @param p999 the 99.9th percentile
 * @param p9999 the 99.99th percentile
 * @param max the slowest sample
 * @param samples the number of timed operations
 */
public record Latency(
    double p50, double p90, double p99, double p999, double p9999, double max, long samples) {}
