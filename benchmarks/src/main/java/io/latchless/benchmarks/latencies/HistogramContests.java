package io.latchless.benchmarks.latencies;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code LatencyHistogram}. */
public final class HistogramContests implements Catalogue {
  private static final String LATENCIES =
      " log-normal latencies; ours and HdrHistogram count all in buckets, two digits of precision for"
          + " HdrHistogram and 3 % for ours; Dropwizard keeps a sample of about a thousand, and Micrometer"
          + " also a sum and the greatest of late; weighed with 2,000 records";

  @Override
  public List<Contest> contests() {
    return List.of(
        contest("record-2-threads", 2)
            .asks("Which histogram stands two threads that do nothing but record?")
            .does("two threads record, with no work in between," + LATENCIES)
            .footprint(HistogramUse::structure)
            .build(),
        contest("record-1-thread", 1)
            .asks("What does a histogram cost when nobody else records?")
            .does("one thread records" + LATENCIES)
            .build(),
        contest("record-8-threads", 8)
            .asks("What happens to a histogram with more threads than cores?")
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
