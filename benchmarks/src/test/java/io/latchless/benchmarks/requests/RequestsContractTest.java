package io.latchless.benchmarks.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.latchless.benchmarks.workload.BackgroundThread;
import io.latchless.benchmarks.workload.Together;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** All request metrics show the same figures for the same requests, as far as they keep them. */
@Timeout(60)
class RequestsContractTest {
  private static final String SUBJECTS = "io.latchless.benchmarks.requests.RequestSubjects#";
  private static final String NAMES = SUBJECTS + "NAMES";
  private static final String FULL = SUBJECTS + "FULL";
  private static final String CONSISTENT = SUBJECTS + "CONSISTENT";

  /** Fewer requests than the capacity of Dropwizard's sample. */
  private static final int FEW = 1_000;

  private static final int LOOKS = 5_000;

  private final AtomicLong clock = new AtomicLong();

  @ParameterizedTest
  @FieldSource(NAMES)
  void keepsWhatAllKeep(String name) {
    Requests requests = RequestSubjects.create(name, false, clock::get);
    RequestFigures expected = record(requests);

    checkPlain(expected, requests.figures());
  }

  @ParameterizedTest
  @FieldSource(FULL)
  void keepsEverything(String name) {
    Requests requests = RequestSubjects.create(name, true, clock::get);
    RequestFigures expected = record(requests);
    RequestFigures figures = requests.figures();

    checkPlain(expected, figures);
    double exactness = name.equals(RequestSubjects.MICROMETER) ? 34 : 3.2;
    assertThat(figures.p99Nanos()).isCloseTo(expected.p99Nanos(), withinPercentage(exactness));
    if (RequestSubjects.CONSISTENT.contains(name)) {
      assertThat(figures.recentMeanNanos())
          .isCloseTo(expected.recentMeanNanos(), withinPercentage(1e-7));
      assertThat(figures.recentPerSecond())
          .isCloseTo(expected.recentPerSecond(), withinPercentage(1e-7));
    }
  }

  /**
   * Records requests at one time, advances the clock by a half-life, and returns the expected
   * figures.
   */
  private RequestFigures record(Requests requests) {
    Traffic traffic = new Traffic();
    traffic.draw(new Random(1));
    long[] nanos = new long[FEW];
    long successes = 0;
    long bytes = 0;
    for (int i = 0; i < FEW; i++) {
      traffic.advance();
      requests.record(traffic.success(), traffic.bytes(), traffic.nanos());
      successes += traffic.success() ? 1 : 0;
      bytes += traffic.bytes();
      nanos[i] = traffic.nanos();
    }
    Duration halfLife = RequestSubjects.HALF_LIFE;
    clock.addAndGet(halfLife.toNanos());
    Arrays.sort(nanos);
    long sum = Arrays.stream(nanos).sum();
    return new RequestFigures(
        successes,
        FEW - successes,
        bytes,
        sum,
        nanos[0],
        nanos[FEW - 1],
        (double) sum / FEW,
        FEW * Math.log(2) / halfLife.toSeconds(),
        (double) nanos[FEW * 99 / 100 - 1]);
  }

  @Test
  void fiveAddersHaveATotalOfTheirOwn() {
    FiveAdderRequests requests = new FiveAdderRequests();
    record(requests);

    assertThat(requests.requests()).isEqualTo(FEW);
  }

  private static void checkPlain(RequestFigures expected, RequestFigures figures) {
    assertThat(figures.failures()).isPositive();
    assertThat(figures.successes()).isEqualTo(expected.successes());
    assertThat(figures.failures()).isEqualTo(expected.failures());
    assertThat(figures.bytes()).isEqualTo(expected.bytes());
    assertThat(figures.latencyNanos()).isIn(expected.latencyNanos(), RequestFigures.NOT_KEPT);
    assertThat(figures.minNanos()).isIn(expected.minNanos(), RequestFigures.NOT_KEPT);
    assertThat(figures.maxNanos()).isIn(expected.maxNanos(), RequestFigures.NOT_KEPT);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void losesNoRequest(String name) throws Exception {
    checkNothingLost(RequestSubjects.create(name, false, clock::get));
  }

  @ParameterizedTest
  @FieldSource(FULL)
  void losesNoRequestWithEverything(String name) throws Exception {
    checkNothingLost(RequestSubjects.create(name, true, clock::get));
  }

  private static void checkNothingLost(Requests requests) throws Exception {
    Together.repeat(
        2,
        50_000,
        () -> {
          requests.record(true, 3, 1_000);
          requests.record(false, 5, 2_000);
        });

    RequestFigures figures = requests.figures();
    assertThat(figures.successes()).isEqualTo(100_000);
    assertThat(figures.failures()).isEqualTo(100_000);
    assertThat(figures.bytes()).isEqualTo(800_000);
    assertThat(figures.latencyNanos()).isIn(300_000_000L, RequestFigures.NOT_KEPT);
  }

  @ParameterizedTest
  @FieldSource(CONSISTENT)
  void figuresOfOneMomentBelongTogether(String name) throws Exception {
    Requests requests = RequestSubjects.create(name, true, clock::get);
    BackgroundThread writer =
        BackgroundThread.start(
            "writer",
            () -> {
              requests.record(true, 3, 1_000);
              requests.record(false, 5, 2_000);
            });

    RequestFigures last = requests.figures();
    for (int look = 0; look < LOOKS || last.successes() < LOOKS; look++) {
      RequestFigures seen = requests.figures();
      assertThat(seen.bytes()).isEqualTo(3 * seen.successes() + 5 * seen.failures());
      assertThat(seen.latencyNanos()).isEqualTo(1_000 * seen.successes() + 2_000 * seen.failures());
      assertThat(seen.successes()).isGreaterThanOrEqualTo(last.successes());
      assertThat(seen.failures()).isGreaterThanOrEqualTo(last.failures());
      last = seen;
    }
    writer.stop();
  }
}
