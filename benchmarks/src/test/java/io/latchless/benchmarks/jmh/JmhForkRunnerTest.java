package io.latchless.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.compare.Fork;
import io.latchless.benchmarks.compare.ForkOutcome;
import io.latchless.benchmarks.compare.Measure;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.demo.HandOver;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JmhForkRunnerTest {
  private static final Contest CONTEST =
      Contest.named("demo/queue/transfer")
          .asks("Does the engine run groups?")
          .does("one thread offers, another polls")
          .benchmark(HandOver.class, "transfer")
          .group("offer", 1)
          .group("poll", 1)
          .ours("linked", "-Dlatchless.test=1")
          .mutex("array")
          .mutex("stuck")
          .peer("throws")
          .latency()
          .build();

  @Test
  void measuresThroughputAndAllocation() {
    ForkOutcome outcome = runner(60).run(fork("linked", Measure.THROUGHPUT));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ForkOutcome.Throughput.class,
            figure -> {
              assertThat(figure.operationsPerSecond()).isPositive();
              assertThat(figure.bytesPerOperation()).isNotNull().isPositive();
            });
  }

  @Test
  void samplesTimesOfBothSidesOfGroup() {
    ForkOutcome outcome = runner(60).run(fork("array", Measure.LATENCY));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ForkOutcome.Sampled.class,
            sampled -> {
              assertThat(sampled.latency().samples()).isPositive();
              assertThat(sampled.latency().p50()).isPositive();
              assertThat(sampled.latency().max()).isGreaterThanOrEqualTo(sampled.latency().p9999());
            });
  }

  @Test
  void killsForkThatHangs() {
    ForkOutcome outcome = runner(2).run(fork("stuck", Measure.THROUGHPUT));
    assertThat(outcome).isEqualTo(new ForkOutcome.Failed("hung for 2 s and was killed"));
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void saysWhatSubjectThrew() {
    ForkOutcome outcome = runner(60).run(fork("throws", Measure.THROUGHPUT));
    assertThat(outcome)
        .isEqualTo(
            new ForkOutcome.Failed(
                "java.lang.IllegalArgumentException: no queue is called throws"));
  }

  @Test
  void startsNothingOnceStopped() {
    JmhForkRunner runner = runner(60);
    runner.stop();
    assertThat(runner.run(fork("linked", Measure.THROUGHPUT)))
        .isEqualTo(new ForkOutcome.Failed("the run was stopped"));
  }

  @Test
  void weighsInstances() throws IOException {
    Suite suite = Suite.load().matching("demo/counter/*");
    Footprints footprints = Footprints.weigh(suite);
    assertThat(footprints.bytes("demo/counter/increment-2-threads", "CasCounter")).hasValue(40);
    assertThat(footprints.bytes("demo/counter/increment-1-thread", "CasCounter")).isEmpty();
  }

  private static JmhForkRunner runner(int limitSeconds) {
    return new JmhForkRunner(
        new ForkTiming(
            1, Duration.ofMillis(20), 1, Duration.ofMillis(20), Duration.ofSeconds(limitSeconds)));
  }

  private static Fork fork(String name, Measure measure) {
    Subject subject =
        CONTEST.subjects().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    return new Fork(CONTEST, subject, measure, measure == Measure.THROUGHPUT);
  }
}
