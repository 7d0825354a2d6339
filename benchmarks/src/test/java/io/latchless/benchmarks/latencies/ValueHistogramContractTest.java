package io.latchless.benchmarks.latencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.latchless.benchmarks.workload.SampleLatencies;
import io.latchless.benchmarks.workload.Together;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every histogram reports the recorded values, each to its precision. */
@Timeout(60)
class ValueHistogramContractTest {
  private static final String NAMES = "io.latchless.benchmarks.latencies.ValueHistograms#NAMES";

  /** Fewer records than the capacity of Dropwizard's sample. */
  private static final int FEW = 1_000;

  /** The relative width of Micrometer's buckets. */
  private static final double COARSE = 34;

  private static final double FINE = 3.2;

  @ParameterizedTest
  @FieldSource(NAMES)
  void knowsQuantiles(String name) {
    ValueHistogram histogram = ValueHistograms.create(name);
    long[] values = SampleLatencies.draw(FEW, new Random(1));
    for (long value : values) {
      histogram.record(value);
    }
    Arrays.sort(values);

    assertThat(histogram.count()).isEqualTo(FEW);
    double error = name.equals(ValueHistograms.MICROMETER) ? COARSE : FINE;
    for (double q : new double[] {0.1, 0.5, 0.9, 0.99}) {
      assertThat(histogram.quantile(q))
          .as("%s", q)
          .isCloseTo((double) values[(int) Math.ceil(q * FEW) - 1], withinPercentage(error));
    }
    assertThat(histogram.count()).isEqualTo(FEW);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void losesNoRecord(String name) throws Exception {
    ValueHistogram histogram = ValueHistograms.create(name);

    Together.repeat(2, 20_000, () -> histogram.record(1_000_000));

    assertThat(histogram.count()).isEqualTo(40_000);
  }
}
