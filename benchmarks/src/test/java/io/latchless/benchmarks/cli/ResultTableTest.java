package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  @Test
  void lostRowsStandAsPlainlyAsWonOnes() {
    String table =
        table(
            new Comparison(Metric.THROUGHPUT, "synchronized", 6, 3.414, 3.1, 3.77, Verdict.BETTER),
            new Comparison(Metric.P99, "ReentrantLock", 9, 0.5, 0.25, 0.75, Verdict.WORSE),
            new Comparison(Metric.P9999, "LongAdder", 6, 1.0, 0.9, 1.1, Verdict.TIE),
            new Comparison(Metric.P50, "x", 1, 123.4, null, null, Verdict.UNDECIDED));
    assertThat(table.lines().map(String::strip))
        .contains(
            "throughput  synchronized                             3.41 [3.10, 3.77]"
                + "      ours better",
            "p99         ReentrantLock                            0.50 [0.25, 0.75]"
                + "      ours worse",
            "p99.99      LongAdder                                1.00 [0.90, 1.10]      tie",
            "p50         x                                         123"
                + "                   undecided, 1 round",
            "ours is better in 1, worse in 1, level in 1, too noisy in 0, undecided in 1 comparisons");
  }

  @Test
  void tieThatIsTooNoisyIsCalledSo() {
    assertThat(table(new Comparison(Metric.P99, "Lock", 6, 1.0, 0.4, 1.1, Verdict.TIE)))
        .contains("1.00 [0.40, 1.10]      too noisy to tell", "level in 0, too noisy in 1, ")
        .doesNotContain("tie");
  }

  @Test
  void fitsHundredColumns() {
    String table =
        table(
            new Comparison(
                Metric.THROUGHPUT, "y".repeat(80), 5, 123456, null, null, Verdict.UNDECIDED),
            new Comparison(
                Metric.THROUGHPUT, "z".repeat(80), 6, 12345, 10000.0, 99999.0, Verdict.BETTER),
            new Comparison(Metric.P9999, "t".repeat(80), 6, 1, 0.001, 99999.0, Verdict.TIE));
    assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isBetween(0, 100));
    assertThat(table).contains("yyy...");
  }

  private static String table(Comparison... comparisons) {
    StringWriter written = new StringWriter();
    new ResultTable(new PrintWriter(written, true))
        .print(List.of(new ContestResult("a/b/c", "?", "w", 2, List.of(), List.of(comparisons))));
    return written.toString();
  }
}
