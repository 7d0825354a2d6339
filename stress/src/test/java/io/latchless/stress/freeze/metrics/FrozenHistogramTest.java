package io.latchless.stress.freeze.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.stress.freeze.FreezeProbe;
import io.latchless.stress.freeze.FreezeReport;
import io.latchless.stress.freeze.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenHistogramTest {
  @Test
  void stopsNobodyWhereverItIsFrozen() {
    List<FreezeReport> reports = FreezeProbe.walkFamily(LatencyHistogramFamily.class);
    assertThat(reports)
        .as("%s", reports)
        .allSatisfy(report -> assertThat(report.stoppingPlaces()).isEmpty());
    assertThat(reports.stream().flatMap(report -> report.places().stream()).map(Place::method))
        .as("methods visited after a lost increment")
        .contains("getAndAddCount", "tryDoubleStripes", "casStripes");
  }
}
