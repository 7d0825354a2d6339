package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.compare.Failure;
import io.latchless.benchmarks.compare.Fork;
import io.latchless.benchmarks.compare.ForkOutcome;
import io.latchless.benchmarks.compare.ForkRunner;
import io.latchless.benchmarks.compare.Progress;
import io.latchless.benchmarks.results.ContestResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PointRunnerTest {
  private static final Shape COUNTER = new Shape(StructureKind.COUNTER, 90, 0, 2, 100);
  private static final int SUBJECTS = 5;
  private static final int FORKS = SUBJECTS * 6;

  private final SecondForks forks = new SecondForks();
  private final List<String> told = new ArrayList<>();

  private PointRunner runner(int seconds) {
    return new PointRunner(
        forks, () -> forks.nanos, Duration.ofSeconds(seconds), 1, new Remembering());
  }

  @Test
  void eachPointIsMeasuredToItsVerdictAndNoFurther() {
    PointRunner runner = runner(1_000);
    Optional<ContestResult> point = runner.measure(COUNTER);
    assertThat(forks.ran).isEqualTo(FORKS);
    assertThat(point.orElseThrow().name()).isEqualTo(COUNTER.contestName());
    assertThat(point.orElseThrow().subjects())
        .hasSize(SUBJECTS)
        .allSatisfy(subject -> assertThat(subject.throughput()).hasSize(6));
  }

  @Test
  void aPointThatIsKnownIsNotMeasuredAgain() {
    PointRunner runner = runner(1_000);
    assertThat(runner.measure(COUNTER)).isEqualTo(runner.measure(COUNTER));
    assertThat(forks.ran).isEqualTo(FORKS);
    assertThat(runner.contests()).hasSize(1);
  }

  @Test
  void noPointIsBegunThatThereIsNoTimeFor() {
    PointRunner runner = runner(2 * FORKS + FORKS / 2);
    assertThat(runner.measure(COUNTER)).isPresent();
    assertThat(runner.measure(COUNTER.withThreads(4))).isPresent();
    assertThat(runner.measure(COUNTER.withThreads(8))).isEmpty();
    assertThat(forks.ran).isEqualTo(2 * FORKS);
  }

  @Test
  void theFirstPointIsMeasuredAsFarAsItGoes() {
    PointRunner runner = runner(2 * SUBJECTS);
    assertThat(runner.measure(COUNTER).orElseThrow().subjects())
        .allSatisfy(subject -> assertThat(subject.throughput()).hasSize(2));
    assertThat(runner.measure(COUNTER.withThreads(4))).isEmpty();
  }

  @Test
  void nothingIsBegunAfterAStop() {
    PointRunner runner = runner(1_000);
    runner.measure(COUNTER);
    runner.stop();
    assertThat(runner.isStopped()).isTrue();
    assertThat(forks.stopped).isTrue();
    assertThat(runner.measure(COUNTER.withThreads(4))).isEmpty();
    assertThat(runner.measure(COUNTER)).isPresent();
    assertThat(forks.ran).isEqualTo(FORKS);
  }

  @Test
  void whoFailsIsTold() {
    forks.failing = "LongAdder";
    PointRunner runner = runner(1_000);
    runner.measure(COUNTER);
    assertThat(runner.failures()).extracting(Failure::subject).containsExactly("LongAdder");
    assertThat(told).containsExactly("failed LongAdder");
  }

  @Test
  void theBudgetOfAPointIsNotTakenForThatOfTheWhole() {
    runner(2 * SUBJECTS).measure(COUNTER);
    assertThat(told).isEmpty();
  }

  /** Forks that take a second each, on a clock of their own. */
  private static final class SecondForks implements ForkRunner {
    private String failing = "";
    private boolean stopped;
    private int ran;
    private long nanos;

    @Override
    public ForkOutcome run(Fork fork) {
      ran++;
      nanos += Duration.ofSeconds(1).toNanos();
      return fork.subject().name().equals(failing)
          ? new ForkOutcome.Failed("planted")
          : new ForkOutcome.Throughput(1e6 + ran, null, null);
    }

    @Override
    public void stop() {
      stopped = true;
    }
  }

  private final class Remembering implements Progress {
    @Override
    public void measuring(Fork fork, int round, Duration left) {}

    @Override
    public void tooShort(Duration needed) {
      told.add("too short");
    }

    @Override
    public void failed(Failure failure) {
      told.add("failed " + failure.subject());
    }

    @Override
    public void finished() {
      told.add("finished");
    }
  }
}
