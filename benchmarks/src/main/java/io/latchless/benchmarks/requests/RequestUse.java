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

/** Records requests, optionally while a reader reads the figures. */
@State(Scope.Benchmark)
public class RequestUse {
  /** The rate of a reader that does not pause between two reads. */
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

  /** Whether to include decaying figures and a histogram. */
  @Param("false")
  public boolean everything;

  /** The tokens of local work before each record. */
  @Param("0")
  public int work;

  /** The number of reads per second by an uncounted thread; -1 for as many as possible. */
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
    // Never true, but the compiler cannot know: it must compute each figure, and nothing need be
    // written.
    if (seen.hashCode() == 0 && seen.successes() < 0) {
      throw new IllegalStateException(seen.toString());
    }
  }

  /** Returns metrics with some records, because not all subjects allocate in advance. */
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
