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
      " requests: outcome, bytes and latency, of which the sum, the shortest and the longest are kept";
  private static final String TORN =
      "; LongAdders are read one after the other, so that what they show need not add up: three are"
          + " added to and two ranges looked at, or, of five, four with a total of its own and no range";
  private static final String LIBRARIES =
      "; so are the meters of Dropwizard, whose timer samples latencies too and does not sum them up,"
          + " and of Micrometer, which keep no shortest";
  private static final String EVERYTHING =
      " requests: outcome, bytes and latency, its sum, the shortest and the longest, a mean and a rate"
          + " that decay by time, and a histogram;"
          + " Dropwizard's timer has rates renewed every five seconds and a sample of about a thousand"
          + " latencies; Micrometer's has a histogram, and nothing that decays; five LongAdders have"
          + " nothing of all this";

  private static final String WEIGHED = "; weighed with 2,000 records";

  @Override
  public List<Contest> contests() {
    return Stream.of(first(), second()).flatMap(List::stream).toList();
  }

  /** One of each kind. */
  private static List<Contest> first() {
    return List.of(
        plain("record-2-threads", 2)
            .asks("Which metrics of requests stand two threads that do nothing but record?")
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
                    + "; a third, but for the one that is undisturbed, looks at all figures a hundred"
                    + " times a second"
                    + TORN)
            .peer(RequestSubjects.UNDISTURBED)
            .build(),
        everything("everything-2-threads", 2)
            .asks("What do figures of late and a histogram cost two threads that only record?")
            .does("two threads record, with no work in between," + EVERYTHING + WEIGHED)
            .latency()
            .footprint(subject -> RequestUse.structure(subject, true))
            .build(),
        watched("record-2-threads-read-1", RequestUse.WITHOUT_PAUSE)
            .asks("What do two threads get recorded while a third looks all the time?")
            .does(
                "two threads record, with no work in between, and their records are counted,"
                    + REQUESTS
                    + "; a third looks at all figures over and over; bytes are those of all three"
                    + TORN)
            .build(),
        contest("record-2-threads-work-100ns", 2)
            .asks("Does the choice matter where a thread has something else to do?")
            .does(
                "two threads record, with about 100 ns of own work before each," + REQUESTS + TORN)
            .with("work", LocalWork.ABOUT_100_NS)
            .peer(RequestSubjects.ADDERS)
            .build());
  }

  private static List<Contest> second() {
    return List.of(
        plain("record-1-thread", 1)
            .asks("What does it cost to record a request when nobody else does?")
            .does("one thread records" + REQUESTS + TORN + LIBRARIES)
            .build(),
        plain("record-8-threads", 8)
            .asks("What happens to recording with more threads than cores?")
            .does("eight threads record, with no work in between," + REQUESTS + TORN + LIBRARIES)
            .latency()
            .build(),
        everything("everything-1-thread", 1)
            .asks("What do figures of late and a histogram cost when nobody else records?")
            .does("one thread records" + EVERYTHING)
            .build(),
        everything("everything-8-threads", 8)
            .asks("What happens to recording everything with more threads than cores?")
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
