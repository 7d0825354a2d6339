package io.latchless.benchmarks.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.contest.Contest;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every subject of every contest starts, runs and ends. */
@Timeout(60)
class BusContestsTest {
  static Stream<Contest> contests() {
    return new BusContests().contests().stream();
  }

  /** Runs in this JVM, without forks: nothing is timed, and a fork takes longer. */
  @ParameterizedTest
  @MethodSource("contests")
  void runs(Contest contest) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(contest.benchmark().getName() + "\\." + contest.method())
            .param(
                "subject",
                contest.subjects().stream().map(subject -> subject.name()).toArray(String[]::new))
            .threads(contest.threads())
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(5))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    contest.parameters().forEach((name, value) -> options.param(name, value));

    Collection<RunResult> results = new Runner(options.build()).run();

    assertThat(results).hasSize(contest.subjects().size() * (contest.latency() ? 2 : 1));
  }
}
