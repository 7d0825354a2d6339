package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.rogues.HistogramWithCountBeside;
import java.util.List;
import org.junit.jupiter.api.Test;

public class HistogramRoguesTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 2_000;

  @Test
  void reportsCountThatIsNotThatOfTheBuckets() throws InterruptedException {
    List<String> findings = HistogramAccount.audit(new HistogramWithCountBeside(), THREADS, ROUNDS);
    assertThat(findings)
        .anySatisfy(finding -> assertThat(finding).contains("beside buckets that hold"));
  }
}
