package io.latchless.benchmarks.jmh;

import java.time.Duration;

/**
 * The durations of a fork's warm-up and measurement.
 *
 * @param warmups the number of warm-up iterations
 * @param warmup the length of each warm-up iteration
 * @param measurements the number of measuring iterations
 * @param measurement the length of each measuring iteration
 * @param limit the time after which a fork counts as hung and is killed
 */
public record ForkTiming(
    int warmups, Duration warmup, int measurements, Duration measurement, Duration limit) {
  /**
   * Short forks for many rounds. Rounds in fresh JVMs, not longer iterations, make an interval
   * honest, so a fork measures no longer than its start-up is worth. The warm-up comes from
   * iterations of 25 to 100 ms after a cold start, with two cores under load. Counters reached
   * their final speed after 100 to 175 ms, and rings after 100 to 200 ms. Code with a large rare
   * branch, such as a registry that seldom changes, needed 300 to 450 ms. Hence 500 ms of warm-up,
   * then 150 ms of measuring. Including JVM and JMH start-up a fork lasts about 1.4 s, and longer
   * with eight threads on two cores. A fork that copies a map of a million entries for each change
   * took 20 s without hanging.
   */
  public static final ForkTiming SHORT =
      new ForkTiming(2, Duration.ofMillis(250), 3, Duration.ofMillis(50), Duration.ofSeconds(60));
}
