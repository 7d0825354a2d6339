package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.advice.SyntheticContest;
import io.latchless.benchmarks.choice.Scenario;
import io.latchless.benchmarks.results.Results;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScenarioTableTest {
  @Test
  void hasALineForEachScenario() {
    String table =
        printed(
            SyntheticContest.run(
                SyntheticContest.of(Scenario.PROCESS_REGISTRY.shape())
                    .with("ConcurrentHashMap", 3)
                    .build(),
                SyntheticContest.of(Scenario.REQUEST_COUNTERS.shape()).build()));
    assertThat(table)
        .containsPattern(
            "Process registry  85/15         ConcurrentHashMap, [23]\\.\\d\\d of .* \\(clear\\)"
                + "\n    cannot show one moment, .*writer\n")
        .containsPattern("Request counters  80/20         synchronized, .* \\(tie\\)")
        .contains("Log buffer        50/50         not measured")
        .doesNotContain("service");
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void theRatesOfAServiceStandUnderAHeadingOfTheirOwn() {
    String table =
        printed(
            SyntheticContest.run(
                SyntheticContest.of(Scenario.EVENT_HANDLERS.atServiceRate())
                    .with("HandlerRegistry", 3)
                    .build(),
                SyntheticContest.of(Scenario.LOG_BUFFER.atServiceRate()).noise(1).build()));
    assertThat(table)
        .startsWith("\nThe same six at the rates of a service.\n")
        .containsPattern("Event handlers    1 updates/s   HandlerRegistry, .* \\(clear\\)")
        .containsPattern("Log buffer        10 reads/s    .* \\(too noisy\\)")
        .contains("Process status    10 updates/s  not measured");
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void isSilentWithoutScenarios() {
    assertThat(printed(SyntheticContest.run())).isEmpty();
  }

  private static String printed(Results results) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new ScenarioTable(out).print(results);
    out.flush();
    return text.toString();
  }
}
