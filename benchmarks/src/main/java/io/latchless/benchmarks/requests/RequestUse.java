package io.latchless.benchmarks.requests;

import io.latchless.benchmarks.contest.Stopwatch;
import io.latchless.benchmarks.workload.BackgroundThread;
import io.latchless.benchmarks.workload.Pace;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Records requests, maybe while somebody looks at the figures. */
@State(Scope.Benchmark)
public class RequestUse {
  /** A reader that does not wait between two looks. */
  static final String WITHOUT_PAUSE = "-1";

  private static final int RECORDS_WEIGHED = 2_000;

  @Param({
    RequestSubjects.OURS,
    RequestSubjects.UNDISTURBED,
    RequestSubjects.SYNCHRONIZED,
    RequestSubjects.LOCK,
    RequestSubjects.ADDERS,
    RequestSubjects.FIVE_ADDERS,
    RequestSubjects.DROPWIZARD,
    RequestSubjects.MICROMETER
  })
  public String subject;

  /** With what is of late, and with a histogram. */
  @Param("false")
  public boolean everything;

  /** Tokens of the work before each record. */
  @Param("0")
  public int work;

  /** How often a thread that is not counted looks; -1 if as often as it can. */
  @Param("0")
  public int looksPerSecond;

  private Requests requests;
  private @Nullable BackgroundThread reader;

  @Setup
  public void create() {
    requests = requests(subject, everything);
    if (looksPerSecond != 0 && !subject.equals(RequestSubjects.UNDISTURBED)) {
      reader = reader(requests, looksPerSecond);
    }
  }

  private static Requests requests(String subject, boolean everything) {
    return RequestSubjects.create(subject, everything, System::nanoTime);
  }

  private static BackgroundThread reader(Requests requests, int looksPerSecond) {
    if (looksPerSecond < 0) {
      return BackgroundThread.start("reader", () -> look(requests));
    }
    Pace pace = Pace.perSecond(looksPerSecond);
    return BackgroundThread.start(
        "reader",
        () -> {
          pace.awaitTurn();
          look(requests);
        });
  }

  private static void look(Requests requests) {
    RequestFigures seen = requests.figures();
    // It never is: so that each figure is needed, and nothing has to be written for that.
    if (seen.hashCode() == 0 && seen.successes() < 0) {
      throw new IllegalStateException(seen.toString());
    }
  }

  /** With some records, because not all make room beforehand. */
  static Object structure(String subject, boolean everything) {
    Requests requests = requests(subject, everything);
    Traffic traffic = new Traffic();
    traffic.draw(new Random(1));
    for (int i = 0; i < RECORDS_WEIGHED; i++) {
      record(traffic, requests);
    }
    return requests instanceof LatchlessRequests ours ? ours.metrics() : requests;
  }

  @TearDown
  public void stop() throws InterruptedException {
    if (reader != null) {
      reader.stop();
    }
  }

  @Benchmark
  public void record(Traffic traffic) {
    Blackhole.consumeCPU(work);
    record(traffic, requests);
  }

  private static void record(Traffic traffic, Requests requests) {
    traffic.advance();
    requests.record(traffic.success(), traffic.bytes(), traffic.nanos());
  }

  @Benchmark
  public void recordTimed(Traffic traffic, Stopwatch watch) {
    Blackhole.consumeCPU(work);
    traffic.advance();
    long start = watch.start();
    requests.record(traffic.success(), traffic.bytes(), traffic.nanos());
    watch.stop(start);
  }
}
