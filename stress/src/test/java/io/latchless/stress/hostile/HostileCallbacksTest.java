package io.latchless.stress.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worst user code leaves every type of the library intact. */
class HostileCallbacksTest {
  private static final Logger LOG = Logger.getLogger("io.latchless");

  @BeforeAll
  static void keepTheTerminalClean() {
    LOG.setUseParentHandlers(false);
  }

  @AfterAll
  static void logAgain() {
    LOG.setUseParentHandlers(true);
  }

  static List<Row<?>> scenarios() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void survives(Row<?> row) {
    assertThat(Hostility.findings(row)).isEmpty();
  }

  @Test
  void everyMethodThatTakesUserCodeHasAScenario() {
    assertThat(Scenarios.missing(Scenarios.sites())).isEmpty();
  }

  @Test
  void everyScenarioIsOfAMethodThatExists() {
    assertThat(Scenarios.stale()).isEmpty();
  }

  @Test
  void everyExceptionNamesAnOperation() {
    assertThat(Scenarios.idleExceptions()).isEmpty();
  }

  @Test
  void survivesAnOverflowAtEveryDepth() throws Exception {
    assertThat(SweepChild.findings()).isEmpty();
  }
}
