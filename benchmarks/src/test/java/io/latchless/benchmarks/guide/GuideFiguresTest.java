package io.latchless.benchmarks.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.results.Results;
import org.junit.jupiter.api.Test;

class GuideFiguresTest {
  private static final Results RUN =
      SyntheticContest.run(
          SyntheticContest.of(Scenario.PROCESS_REGISTRY.shape())
              .with("ConcurrentHashMap", 3)
              .build());

  @Test
  void placesAreFilledAndProseStays() {
    String text =
        """
        # A guide
        before <!-- figures: scenarios -->
        old
        <!-- end --> after
        <!-- figures: machine -->
        <!-- end -->
        """;
    String filled = GuideFigures.into(text, RUN);
    assertThat(filled)
        .startsWith("# A guide\nbefore <!-- figures: scenarios -->\n| workload |")
        .contains("| Process registry | 85 / 15 | ConcurrentHashMap | ConcurrentHashMap does ")
        .contains(
            "| Complex state | 80 / 20 | – | not measured in this run |\n<!-- end --> after\n")
        .contains("Measured on 14 March 2026: Difference Engine 2, 4 cores, Linux 6, JDK 17")
        .doesNotContain("\nold\n");
    assertThat(GuideFigures.into(filled, RUN)).isEqualTo(filled);
  }

  @Test
  void placesThatAreNotKnownAreRefused() {
    assertThatThrownBy(() -> GuideFigures.into("<!-- figures: moon -->\n<!-- end -->", RUN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a place for moon, there are machine, scenarios");
    assertThatThrownBy(() -> GuideFigures.into("no place", RUN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no place");
  }
}
