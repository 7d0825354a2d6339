package io.latchless.stress.hostile;

import static io.latchless.stress.hostile.Fate.PASSED_ON;
import static io.latchless.stress.hostile.Fate.UNCALLED;
import static java.util.Objects.requireNonNull;

import io.latchless.metrics.DecayingMean;
import io.latchless.metrics.DecayingRate;
import io.latchless.metrics.HistogramSnapshot;
import io.latchless.metrics.LatencyHistogram;
import io.latchless.metrics.MetricsSnapshot;
import io.latchless.metrics.Outcome;
import io.latchless.metrics.RequestHistory;
import io.latchless.metrics.RequestMetrics;
import io.latchless.metrics.RequestSnapshot;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Scenarios in which the metrics run user code. */
final class MetricsScenarios {
  private static final Duration HALF_LIFE = Duration.ofSeconds(1);

  private MetricsScenarios() {}

  /** Averages, a rate and a history; one of their clocks may be hostile. */
  static final class Figures extends Subject {
    private volatile Hook onClock = Hook.GENTLE;
    private volatile Hook onClassify = Hook.GENTLE;
    final DecayingMean mean = new DecayingMean(HALF_LIFE, this::now);
    final DecayingRate rate = new DecayingRate(HALF_LIFE, this::now);
    final RequestMetrics metrics =
        RequestMetrics.builder()
            .nanoClock(this::now)
            .classifier(
                status -> {
                  onClassify.run();
                  return Outcome.SUCCESS;
                })
            .decaying(HALF_LIFE)
            .histogram(3, 1_000_000)
            .build();
    final RequestHistory<Object> history = new RequestHistory<>(4, metrics);
    final LatencyHistogram histogram = new LatencyHistogram(3, 1_000_000);
    private final AtomicInteger records = new AtomicInteger();

    Figures() {
      histogram.record(5);
      operation("mean", () -> mean.record(1));
      operation("mean, read", mean::mean);
      operation("rate", rate::mark);
      operation("rate, read", rate::perSecond);
      operation("record", this::record);
      operation("recordStatus", this::recordStatus);
      operation("snapshot", metrics::snapshot);
      operation("interval", metrics::interval);
      operation("newest", () -> history.newest(4));
      operation("histogram", histogram::snapshot);
    }

    private long now() {
      onClock.run();
      return 1_000;
    }

    void record() {
      history.record("request", Outcome.SUCCESS, 1, 1);
      records.incrementAndGet();
    }

    void recordStatus() {
      metrics.recordStatus(200, 1, 1);
      records.incrementAndGet();
    }

    @Override
    void account(List<String> faults, End end) {
      onClock = Hook.GENTLE;
      onClassify = Hook.GENTLE;
      record();
      RequestSnapshot snapshot = metrics.snapshot();
      int expected = records.get();
      require(
          faults,
          snapshot.requests() == expected
              || (end == End.OVERFLOWED && snapshot.requests() == expected + 1),
          expected + " records, and the snapshot has " + snapshot.requests());
      require(faults, snapshot.bytes() == snapshot.requests(), "torn: " + snapshot);
      require(
          faults,
          requireNonNull(snapshot.latencies()).count() == snapshot.requests(),
          "torn buckets: " + snapshot);
      mean.record(1);
      require(faults, Math.abs(mean.mean() - 1) < 1e-9, "the mean of ones is " + mean.mean());
      rate.mark();
      require(faults, rate.perSecond() >= 0, "the rate is " + rate.perSecond());
      require(faults, history.newest(1).contains("request"), "the newest is not shown");
    }
  }

  static Stream<Row<?>> all() {
    Table<Figures> means = new Table<>(DecayingMean.class, Figures::new);
    means.row(
        "new(Duration,LongSupplier)",
        PASSED_ON,
        (it, hook) -> {
          it.onClock = hook;
          it.mean.record(1);
        });
    means.row(
        "mean()",
        PASSED_ON,
        (it, hook) -> {
          it.mean.record(1);
          it.mean.mean();
          new DecayingMean(
              HALF_LIFE,
              () -> {
                hook.run();
                return 0;
              });
        });
    Table<Figures> rates = new Table<>(DecayingRate.class, Figures::new);
    rates.row(
        "new(Duration,LongSupplier)",
        PASSED_ON,
        (it, hook) -> {
          it.onClock = hook;
          it.rate.mark();
        });
    rates.row(
        "perSecond()",
        PASSED_ON,
        (it, hook) -> {
          it.rate.mark();
          it.onClock = hook;
          it.rate.perSecond();
        });
    Table<Figures> builders = new Table<>(RequestMetrics.Builder.class, Figures::new);
    builders.row(
        "classifier(OutcomeClassifier)",
        PASSED_ON,
        (it, hook) -> {
          it.onClassify = hook;
          it.recordStatus();
        });
    builders.row(
        "nanoClock(LongSupplier)",
        PASSED_ON,
        (it, hook) -> {
          it.onClock = hook;
          it.record();
        });
    builders.row(
        "nanoClock, read by snapshot",
        Figures::new,
        PASSED_ON,
        (it, hook) -> {
          it.record();
          it.onClock = hook;
          it.metrics.snapshot();
        });
    builders.row(
        "nanoClock, read by interval",
        Figures::new,
        PASSED_ON,
        (it, hook) -> {
          it.record();
          it.onClock = hook;
          it.metrics.interval();
        });
    Table<Figures> histories = new Table<>(RequestHistory.class, Figures::new);
    histories.row(
        "newest(int,Predicate)",
        PASSED_ON,
        (it, hook) -> {
          it.record();
          it.record();
          it.history.newest(
              4,
              request -> {
                hook.run();
                return true;
              });
        });
    histories.row(
        "record(Object,Outcome,long,long)",
        UNCALLED,
        (it, hook) -> {
          it.history.record(new HostileValue(1, hook), Outcome.SUCCESS, 1, 1);
          it.records.incrementAndGet();
        });
    histories.row(
        "recordStatus(Object,int,long,long)",
        PASSED_ON,
        (it, hook) -> {
          it.onClassify = hook;
          it.history.recordStatus("request", 200, 1, 1);
          it.records.incrementAndGet();
        });
    Table<Figures> histograms = new Table<>(HistogramSnapshot.class, Figures::new);
    histograms.row(
        "forEachBucket(BucketConsumer)",
        PASSED_ON,
        (it, hook) ->
            it.histogram.snapshot().forEachBucket((lowest, highest, count) -> hook.run()));
    histograms.row(
        "equals(Object)",
        UNCALLED,
        (it, hook) -> {
          var unused = it.histogram.snapshot().equals((Object) new HostileValue(0, hook));
        });
    Table<Figures> snapshots = new Table<>(MetricsSnapshot.class, Figures::new);
    snapshots.row(
        "new(Map,Map,Map)",
        PASSED_ON,
        (it, hook) -> new MetricsSnapshot(hostileMap(hook), hostileMap(hook), Map.of()));
    return Stream.of(means, rates, builders, histories, histograms, snapshots)
        .flatMap(table -> table.rows().stream());
  }

  private static Map<String, Double> hostileMap(Hook hook) {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<String, Double>> entrySet() {
        return new AbstractSet<>() {
          @Override
          public Iterator<Entry<String, Double>> iterator() {
            hook.run();
            return Map.of("a", 1.0).entrySet().iterator();
          }

          @Override
          public int size() {
            return 1;
          }
        };
      }
    };
  }
}
