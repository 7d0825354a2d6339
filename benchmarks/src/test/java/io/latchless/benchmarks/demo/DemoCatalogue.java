package io.latchless.benchmarks.demo;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import java.util.List;

/** Lists the demonstration contests. */
public final class DemoCatalogue implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        Contest.named("demo/counter/increment-2-threads")
            .asks("Is a counter by compare-and-set faster than one behind a monitor?")
            .does("two threads increment one counter, with no work in between")
            .benchmark(CounterIncrement.class)
            .threads(2)
            .with("work", "0")
            .ours("CasCounter")
            .mutex("synchronized")
            .peer("AtomicLong")
            .latency()
            .footprint(CounterIncrement::counter)
            .build(),
        Contest.named("demo/counter/increment-1-thread")
            .asks("What does a counter cost without contention?")
            .does("one thread increments a counter")
            .benchmark(CounterIncrement.class)
            .ours("CasCounter")
            .mutex("synchronized")
            .build());
  }
}
