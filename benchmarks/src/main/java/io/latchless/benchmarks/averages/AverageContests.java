package io.latchless.benchmarks.averages;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;
import java.util.stream.Stream;

/** Contests of {@code Ewma}, {@code DecayingMean} and {@code DecayingRate}. */
public final class AverageContests implements Catalogue {
  private static final String BY_TICK =
      "; Dropwizard's EWMA has another meaning: it only sums up, and a tick every five seconds,"
          + " which is not measured, averages the sums";
  private static final String CLOCK = "; all subjects read the clock, mutexes before they lock";
  private static final String METER =
      "; Dropwizard's meter has another meaning: it averages the counts of every five seconds over"
          + " one, five and fifteen minutes";

  @Override
  public List<Contest> contests() {
    return Stream.of(ewma(), decaying()).flatMap(List::stream).toList();
  }

  private static List<Contest> ewma() {
    return List.of(
        ewma("record-2-threads", 2)
            .asks("Which average by sample is fastest when two threads do nothing but record?")
            .does("two threads record latencies in one average, with no work in between" + BY_TICK)
            .footprint(EwmaUse::structure)
            .build(),
        ewma("record-1-thread", 1)
            .asks("What does an average by sample cost without contention?")
            .does("one thread records latencies in an average" + BY_TICK)
            .build(),
        ewma("record-8-threads", 8)
            .asks("How does an average by sample perform with more threads than cores?")
            .does(
                "eight threads record latencies in one average, with no work in between" + BY_TICK)
            .build());
  }

  private static List<Contest> decaying() {
    return List.of(
        mean("mean-record-2-threads", 2)
            .asks(
                "Which mean that decays by time is fastest when two threads do nothing but record?")
            .does("two threads record latencies in one mean, with no work in between" + CLOCK)
            .footprint(DecayingMeanUse::structure)
            .build(),
        rate("rate-mark-2-threads", 2)
            .asks("Which rate is fastest when two threads do nothing but count events?")
            .does("two threads count events in one rate, with no work in between" + CLOCK + METER)
            .footprint(DecayingRateUse::structure)
            .build(),
        mean("mean-record-1-thread", 1)
            .asks("What does a mean that decays by time cost without contention?")
            .does("one thread records latencies in a mean" + CLOCK)
            .build(),
        rate("rate-mark-1-thread", 1)
            .asks("What does counting events in a rate cost without contention?")
            .does("one thread counts events in a rate" + CLOCK + METER)
            .build(),
        mean("mean-record-8-threads", 8)
            .asks("How does a mean that decays by time perform with more threads than cores?")
            .does("eight threads record latencies in one mean, with no work in between" + CLOCK)
            .build(),
        rate("rate-mark-8-threads", 8)
            .asks("How does a rate perform with more threads than cores?")
            .does("eight threads count events in one rate, with no work in between" + CLOCK + METER)
            .build());
  }

  private static ContestBuilder ewma(String name, int threads) {
    return Contest.named("metrics/ewma/" + name)
        .benchmark(EwmaUse.class)
        .threads(threads)
        .ours(Ewmas.OURS)
        .mutex(Ewmas.SYNCHRONIZED)
        .mutex(Ewmas.LOCK)
        .peer(Ewmas.NAIVE_CAS)
        .peer(Ewmas.DROPWIZARD);
  }

  private static ContestBuilder mean(String name, int threads) {
    return Contest.named("metrics/decaying/" + name)
        .benchmark(DecayingMeanUse.class)
        .threads(threads)
        .ours(Decays.OUR_MEAN)
        .mutex(Decays.SYNCHRONIZED)
        .mutex(Decays.LOCK);
  }

  private static ContestBuilder rate(String name, int threads) {
    return Contest.named("metrics/decaying/" + name)
        .benchmark(DecayingRateUse.class)
        .threads(threads)
        .ours(Decays.OUR_RATE)
        .mutex(Decays.SYNCHRONIZED)
        .mutex(Decays.LOCK)
        .peer(Decays.DROPWIZARD);
  }
}
