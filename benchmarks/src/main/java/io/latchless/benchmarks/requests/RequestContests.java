package io.latchless.benchmarks.requests;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import io.latchless.benchmarks.workload.LocalWork;
import java.util.List;
import java.util.stream.Stream;

/** Contests of {@code RequestMetrics}. */
public final class RequestContests implements Catalogue {
  private static final String REQUESTS =
      " requests: outcome, bytes and latency, with the latency's sum, minimum and maximum";
  private static final String TORN =
      "; LongAdders are read one after the other, so their figures need not add up; there are three"
          + " with minimum and maximum, or five with a separate total and neither";
  private static final String LIBRARIES =
      "; so are the meters of Dropwizard, whose timer samples latencies without a sum, and of"
          + " Micrometer, which keep no minimum";
  private static final String EVERYTHING =
      " requests: outcome, bytes and latency, with the latency's sum, minimum and maximum, a"
          + " decaying mean and rate, and a histogram; Dropwizard's timer has rates renewed every"
          + " five seconds and a sample of about a thousand latencies; Micrometer's has a histogram"
          + " and no decaying figures; five LongAdders have none of these";

  private static final String WEIGHED = "; footprints are with 2,000 records";

  @Override
  public List<Contest> contests() {
    return Stream.of(first(), second()).flatMap(List::stream).toList();
  }

  /** Returns one contest of each kind. */
  private static List<Contest> first() {
    return List.of(
        plain("record-2-threads", 2)
            .asks("Which request metrics are fastest when two threads do nothing but record?")
            .does(
                "two threads record, with no work in between,"
                    + REQUESTS
                    + TORN
                    + LIBRARIES
                    + WEIGHED)
            .latency()
            .footprint(subject -> RequestUse.structure(subject, false))
            .build(),
        watched("record-2-threads-100-looks", "100")
            .asks("Does recording keep its speed while snapshots are taken?")
            .does(
                "two threads record, with no work in between,"
                    + REQUESTS
                    + "; a third reads all figures 100 times per second, except for the undisturbed"
                    + " subject"
                    + TORN)
            .peer(RequestSubjects.UNDISTURBED)
            .build(),
        everything("everything-2-threads", 2)
            .asks("What do decaying figures and a histogram cost two threads that only record?")
            .does("two threads record, with no work in between," + EVERYTHING + WEIGHED)
            .latency()
            .footprint(subject -> RequestUse.structure(subject, true))
            .build(),
        watched("record-2-threads-read-1", RequestUse.WITHOUT_PAUSE)
            .asks("How fast do two threads record while a third reads all the time?")
            .does(
                "two threads record, with no work in between, and only their records are counted,"
                    + REQUESTS
                    + "; a third reads all figures all the time; bytes are those of all three"
                    + " threads"
                    + TORN)
            .build(),
        contest("record-2-threads-work-100ns", 2)
            .asks("Does the choice matter if threads have other work to do?")
            .does(
                "two threads record, with about 100 ns of local work before each,"
                    + REQUESTS
                    + TORN)
            .with("work", LocalWork.ABOUT_100_NS)
            .peer(RequestSubjects.ADDERS)
            .build());
  }

  private static List<Contest> second() {
    return List.of(
        plain("record-1-thread", 1)
            .asks("What does recording a request cost without contention?")
            .does("one thread records" + REQUESTS + TORN + LIBRARIES)
            .build(),
        plain("record-8-threads", 8)
            .asks("How does recording perform with more threads than cores?")
            .does("eight threads record, with no work in between," + REQUESTS + TORN + LIBRARIES)
            .latency()
            .build(),
        everything("everything-1-thread", 1)
            .asks("What do decaying figures and a histogram cost without contention?")
            .does("one thread records" + EVERYTHING)
            .build(),
        everything("everything-8-threads", 8)
            .asks("How does recording everything perform with more threads than cores?")
            .does("eight threads record, with no work in between," + EVERYTHING)
            .latency()
            .build());
  }

  private static ContestBuilder plain(String name, int threads) {
    return contest(name, threads)
        .peer(RequestSubjects.ADDERS)
        .peer(RequestSubjects.FIVE_ADDERS)
        .peer(RequestSubjects.DROPWIZARD)
        .peer(RequestSubjects.MICROMETER);
  }

  private static ContestBuilder everything(String name, int threads) {
    return contest(name, threads)
        .with("everything", "true")
        .peer(RequestSubjects.FIVE_ADDERS)
        .peer(RequestSubjects.DROPWIZARD)
        .peer(RequestSubjects.MICROMETER);
  }

  private static ContestBuilder watched(String name, String looksPerSecond) {
    return contest(name, 2).with("looksPerSecond", looksPerSecond).peer(RequestSubjects.ADDERS);
  }

  private static ContestBuilder contest(String name, int threads) {
    return Contest.named("metrics/requests/" + name)
        .benchmark(RequestUse.class, "record")
        .threads(threads)
        .ours(RequestSubjects.OURS)
        .mutex(RequestSubjects.SYNCHRONIZED)
        .mutex(RequestSubjects.LOCK);
  }
}
