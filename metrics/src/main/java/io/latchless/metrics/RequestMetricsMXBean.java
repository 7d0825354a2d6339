package io.latchless.metrics;

/**
 * What JMX shows of {@link RequestMetrics}, see {@link RequestMetricsBean}: one attribute with all
 * figures, for attributes that are read one by one come from different moments.
 */
public interface RequestMetricsMXBean {
  /**
   * All figures of one moment.
   *
   * @return them, by name
   */
  Figures getSnapshot();

  /**
   * The figures of one moment, under the names that a client of JMX sees. All times are in seconds.
   */
  interface Figures {
    /**
     * How many requests were recorded.
     *
     * @return successes and failures
     */
    long getRequests();

    /**
     * How many requests were successes.
     *
     * @return the number
     */
    long getSuccesses();

    /**
     * How many requests were failures.
     *
     * @return the number
     */
    long getFailures();

    /**
     * The bytes of all of them.
     *
     * @return the number
     */
    long getBytes();

    /**
     * How long the metrics had been there.
     *
     * @return seconds
     */
    double getAgeSeconds();

    /**
     * The sum of the latencies.
     *
     * @return seconds
     */
    double getTotalLatencySeconds();

    /**
     * The mean latency.
     *
     * @return seconds, or NaN if there was no request
     */
    double getMeanSeconds();

    /**
     * The shortest latency.
     *
     * @return seconds, or 0 if there was no request
     */
    double getMinSeconds();

    /**
     * The longest latency.
     *
     * @return seconds, or 0 if there was no request
     */
    double getMaxSeconds();

    /**
     * The mean latency, of which the older count for less.
     *
     * @return seconds, or NaN if there was no request, or if this was not asked for
     */
    double getDecayingMeanSeconds();

    /**
     * The rate of requests, of which the older count for less.
     *
     * @return requests a second, or NaN if this was not asked for
     */
    double getDecayingPerSecond();

    /**
     * The median latency.
     *
     * @return seconds, or NaN if there is no histogram or nothing in it
     */
    double getP50Seconds();

    /**
     * What nine in ten latencies did not exceed.
     *
     * @return seconds, or NaN as for the median
     */
    double getP90Seconds();

    /**
     * What 99 in a hundred latencies did not exceed.
     *
     * @return seconds, or NaN as for the median
     */
    double getP99Seconds();

    /**
     * What 999 in a thousand latencies did not exceed.
     *
     * @return seconds, or NaN as for the median
     */
    double getP999Seconds();
  }
}
