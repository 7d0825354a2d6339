package io.latchless.benchmarks.latencies;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code LatencyHistogram}. */
public final class HistogramContests implements Catalogue {
  private static final String LATENCIES =
      " log-normal latencies; ours and HdrHistogram count all values in buckets, HdrHistogram to"
          + " two digits, ours to 3 %; Dropwizard keeps a sample of about a thousand values;"
          + " Micrometer also keeps a sum and a recent maximum; footprints are with 2,000 records";

  @Override
  public List<Contest> contests() {
    return List.of(
        contest("record-2-threads", 2)
            .asks("Which histogram is fastest when two threads do nothing but record?")
            .does("two threads record, with no work in between," + LATENCIES)
            .footprint(HistogramUse::structure)
            .build(),
        contest("record-1-thread", 1)
            .asks("What does a histogram cost without contention?")
            .does("one thread records" + LATENCIES)
            .build(),
        contest("record-8-threads", 8)
            .asks("How does a histogram perform with more threads than cores?")
            .does("eight threads record, with no work in between," + LATENCIES)
            .build());
  }

  private static ContestBuilder contest(String name, int threads) {
    return Contest.named("metrics/histogram/" + name)
        .benchmark(HistogramUse.class)
        .threads(threads)
        .ours(ValueHistograms.OURS)
        .mutex(ValueHistograms.SYNCHRONIZED)
        .mutex(ValueHistograms.LOCK)
        .peer(ValueHistograms.RECORDER)
        .peer(ValueHistograms.ATOMIC)
        .peer(ValueHistograms.CONCURRENT)
        .peer(ValueHistograms.DROPWIZARD)
        .peer(ValueHistograms.MICROMETER);
  }
}
