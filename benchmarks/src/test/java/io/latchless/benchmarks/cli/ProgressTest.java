package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.compare.Failure;
import io.latchless.benchmarks.compare.Fork;
import io.latchless.benchmarks.compare.Measure;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Suite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Contest CONTEST = Suite.load().contests().get(0);
  private static final Fork FORK = new Fork(CONTEST, CONTEST.ours(), Measure.THROUGHPUT, false);

  private final StringWriter written = new StringWriter();
  private final PrintWriter out = new PrintWriter(written);

  @Test
  void logGetsWholeLinesAndNoControlCharacters() {
    AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    PlainProgress progress = new PlainProgress(out, clock::get);
    for (int i = 0; i < 60; i++) {
      progress.measuring(FORK, 1 + i / 10, Duration.ofSeconds(425 - i));
      clock.addAndGet(Duration.ofSeconds(1).toNanos());
    }
    progress.failed(new Failure("a/b/c", "x", "hung"));
    progress.finished();
    assertThat(written.toString().lines()).hasSize(7);
    assertThat(written.toString())
        .startsWith(
            "7:05 left, round 1 of demo/counter/increment-2-threads: CasCounter"
                + System.lineSeparator())
        .endsWith("x is withdrawn from a/b/c: hung" + System.lineSeparator())
        .doesNotContainPattern("[\\p{Cntrl}&&[^\\r\\n]]");
    assertThat(written.toString().replace(System.lineSeparator(), "")).doesNotContain("\r");
  }

  @Test
  void terminalGetsOneLineThatIsWrittenOver() {
    RewritingProgress progress = new RewritingProgress(out);
    progress.measuring(FORK, 1, Duration.ofSeconds(425));
    progress.measuring(
        new Fork(CONTEST, CONTEST.ours(), Measure.LATENCY, false), 2, Duration.ofSeconds(7));
    progress.finished();
    assertThat(written.toString()).doesNotContain("\n");
    assertThat(written.toString().split("\r"))
        .allSatisfy(line -> assertThat(line.length()).isLessThan(80))
        .contains("0:07 left, round 2 of demo/counter/increment-2-threads: CasCounter, latency");
    assertThat(written.toString()).endsWith("\r" + " ".repeat(79) + "\r");
  }

  @Test
  void failureOnTerminalStandsOnLineOfItsOwn() {
    RewritingProgress progress = new RewritingProgress(out);
    progress.measuring(FORK, 1, Duration.ofSeconds(425));
    progress.failed(new Failure("a/b/c", "x", "hung"));
    assertThat(written.toString()).endsWith("\rx is withdrawn from a/b/c: hung\n");
  }

  @Test
  void neededBudgetIsGivenInWholeMinutes() {
    assertThat(ProgressText.tooShort(Duration.ofSeconds(781)))
        .isEqualTo("a verdict on everything needs about 14 minutes: --budget 14m");
    assertThat(ProgressText.tooShort(Duration.ofSeconds(60)))
        .isEqualTo("a verdict on everything needs about 1 minute: --budget 1m");
  }

  @Test
  void dumbTerminalIsNotWrittenOver() {
    assertThat(Terminal.canRewrite("xterm-256color")).isTrue();
    assertThat(Terminal.canRewrite("dumb")).isFalse();
    assertThat(Terminal.canRewrite("")).isFalse();
    assertThat(Terminal.canRewrite(null)).isFalse();
  }

  @Test
  void clockShowsHoursOnlyWhenThereAreAny() {
    assertThat(Terminal.clock(Duration.ofSeconds(9))).isEqualTo("0:09");
    assertThat(Terminal.clock(Duration.ofSeconds(3599))).isEqualTo("59:59");
    assertThat(Terminal.clock(Duration.ofSeconds(3661))).isEqualTo("1:01:01");
  }
}
