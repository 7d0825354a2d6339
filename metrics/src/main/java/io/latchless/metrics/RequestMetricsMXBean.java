package io.latchless.metrics;

/**
 * The JMX view of {@link RequestMetrics}, see {@link RequestMetricsBean}. One attribute contains
 * all figures, because attributes that are read one by one come from different moments.
 *
 * @since 0.1.0
 */
public interface RequestMetricsMXBean {
  /**
   * Returns all figures of one moment.
   *
   * @return the figures, by name
   */
  Figures getSnapshot();

  /** The figures of one moment, under the names that JMX clients see. All times are in seconds. */
  interface Figures {
    /**
     * Returns how many requests were recorded.
     *
     * @return successes and failures
     */
    long getRequests();

    /**
     * Returns how many requests were successes.
     *
     * @return at least 0
     */
    long getSuccesses();

    /**
     * Returns how many requests were failures.
     *
     * @return at least 0
     */
    long getFailures();

    /**
     * Returns the bytes of all requests.
     *
     * @return 2<sup>63</sup>-1 if there were that many or more
     */
    long getBytes();

    /**
     * Returns the time since the metrics were created.
     *
     * @return seconds
     */
    double getAgeSeconds();

    /**
     * Returns the sum of the latencies.
     *
     * @return seconds
     */
    double getTotalLatencySeconds();

    /**
     * Returns the mean latency.
     *
     * @return seconds, or NaN if there was no request
     */
    double getMeanSeconds();

    /**
     * Returns the shortest latency.
     *
     * @return seconds, or 0 if there was no request
     */
    double getMinSeconds();

    /**
     * Returns the longest latency.
     *
     * @return seconds, or 0 if there was no request
     */
    double getMaxSeconds();

    /**
     * Returns the mean latency, in which older requests count for less.
     *
     * @return seconds, or NaN if there was no request, or if the metrics have no decaying figures
     */
    double getDecayingMeanSeconds();

    /**
     * Returns the rate of requests, in which older requests count for less.
     *
     * @return requests per second, or NaN if the metrics have no decaying figures
     */
    double getDecayingPerSecond();

    /**
     * Returns the median latency.
     *
     * @return seconds, or NaN if there is no histogram or it is empty
     */
    double getP50Seconds();

    /**
     * Returns the latency that nine in ten requests did not exceed.
     *
     * @return seconds, or NaN if there is no histogram or it is empty
     */
    double getP90Seconds();

    /**
     * Returns the latency that 99 in 100 requests did not exceed.
     *
     * @return seconds, or NaN if there is no histogram or it is empty
     */
    double getP99Seconds();

    /**
     * Returns the latency that 999 in 1,000 requests did not exceed.
     *
     * @return seconds, or NaN if there is no histogram or it is empty
     */
    double getP999Seconds();
  }
}
