package io.latchless.benchmarks.jmh;

import java.time.Duration;

/**
 * How long a fork warms up and measures.
 *
 * @param warmups warm-up iterations
 * @param warmup length of each
 * @param measurements measuring iterations
 * @param measurement length of each
 * @param limit after this a fork is taken to hang, and is killed
 */
public record ForkTiming(
    int warmups, Duration warmup, int measurements, Duration measurement, Duration limit) {
  /**
   * Short forks, many rounds. Rounds in fresh JVMs, and not longer iterations, are what makes an
   * interval honest, so a fork measures no longer than its start-up is worth. Seen by iterations of
   * 25 to 100 ms from a cold start, two cores under load: counters reach their final speed after
   * 100 to 175 ms, rings after 100 to 200, and what has a rare branch with much code behind it,
   * such as a registry that is changed now and then, after 300 to 450; so 500 ms of warm-up, then
   * 150 ms of measuring. With what JVM and JMH take a fork lasts about 1.4 s, and more with eight
   * threads on two cores. One with a map of a million entries that is copied for each change was
   * seen to take 20 s, which is no hanging.
   */
  public static final ForkTiming SHORT =
      new ForkTiming(2, Duration.ofMillis(250), 3, Duration.ofMillis(50), Duration.ofSeconds(60));
}
