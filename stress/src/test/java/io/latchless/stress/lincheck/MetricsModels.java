package io.latchless.stress.lincheck;

import io.latchless.metrics.Counter;
import io.latchless.metrics.Ewma;
import io.latchless.metrics.Gauge;
import io.latchless.metrics.MaxMin;
import io.latchless.stress.subjects.AverageSubject;
import io.latchless.stress.subjects.RangeSubject;
import java.util.OptionalLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The models of the library's metrics. */
final class MetricsModels {
  private MetricsModels() {}

  /** The linearizable part of {@link Counter}: increments of one, and sums. */
  public static final class OfCounter {
    private final Counter counter = new Counter();

    @Operation
    public void increment() {
      counter.increment();
    }

    @Operation
    public long sum() {
      return counter.sum();
    }
  }

  /** {@link Gauge}. */
  public static final class OfGauge {
    private final Gauge gauge = new Gauge();

    @Operation
    public long get() {
      return gauge.get();
    }

    @Operation
    public void set(@Param(gen = IntGen.class, conf = "10:12") int value) {
      gauge.set(value);
    }

    @Operation
    public long add(@Param(gen = IntGen.class, conf = "-2:2") int amount) {
      return gauge.add(amount);
    }

    @Operation
    public long increment() {
      return gauge.increment();
    }

    @Operation
    public long decrement() {
      return gauge.decrement();
    }
  }

  /** {@link MaxMin}. */
  public static final class OfMaxMin extends RangeModel {
    private final MaxMin maxMin;

    public OfMaxMin() {
      this(new MaxMin());
    }

    private OfMaxMin(MaxMin maxMin) {
      super(RangeSubject.of(maxMin));
      this.maxMin = maxMin;
    }

    @Operation
    public String max() {
      return text(maxMin.max());
    }

    @Operation
    public String min() {
      return text(maxMin.min());
    }

    private static String text(OptionalLong end) {
      return end.isPresent() ? Long.toString(end.getAsLong()) : RangeSubject.NOTHING;
    }
  }

  /** {@link MaxMin} with the numbers that it uses as seals. */
  public static final class OfMaxMinOfSeals {
    private final MaxMin maxMin = new MaxMin();

    @Operation
    public void recordGreatest() {
      maxMin.record(Long.MAX_VALUE);
    }

    @Operation
    public void recordLeast() {
      maxMin.record(Long.MIN_VALUE);
    }

    @Operation
    public void record() {
      maxMin.record(0);
    }

    @Operation
    public String range() {
      return maxMin.toString();
    }

    @Operation
    public String rangeThenReset() {
      return maxMin.rangeThenReset().toString();
    }
  }

  /** {@link Ewma}. */
  public static final class OfEwma extends AverageModel {
    public OfEwma() {
      super(AverageSubject.of(new Ewma(0.25)));
    }
  }
}
