package io.latchless.stress.freeze.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.latchless.stress.freeze.Claim;
import io.latchless.stress.freeze.FreezeFamily;
import io.latchless.stress.freeze.FreezeProbe;
import io.latchless.stress.freeze.FreezeReport;
import io.latchless.stress.freeze.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class FrozenRingsTest {
  @ParameterizedTest
  @Execution(CONCURRENT)
  @ValueSource(classes = {LockFreeRingBufferFamily.class, OverwritingRingBufferFamily.class})
  void stopNobodyWhereverTheyAreFrozen(Class<? extends FreezeFamily> family) {
    new Claim(family, Set.of()).verify();
  }

  /** The stops that the documentation states, and no others. */
  @Test
  @Execution(CONCURRENT)
  void theFastRingHoldsUpTheOtherSideBetweenClaimAndHandingOn() {
    List<FreezeReport> reports = FreezeProbe.walkFamily(MpmcRingBufferFamily.class);

    Map<String, Set<String>> stopped = new TreeMap<>();
    for (FreezeReport report : reports) {
      String operation = report.scenario().substring(report.scenario().lastIndexOf('/') + 1);
      stopped
          .computeIfAbsent(operation, name -> new TreeSet<>())
          .addAll(report.stoppedOperations().keySet());
    }
    assertThat(stopped.get("offer")).containsExactlyInAnyOrder("poll", "peek", "drain");
    assertThat(stopped.get("fill")).containsExactlyInAnyOrder("poll", "peek", "drain");
    assertThat(stopped.get("poll")).containsExactlyInAnyOrder("offer", "fill");
    assertThat(stopped.get("drain"))
        .as("as poll, unless the others have taken the elements present at its start")
        .isSubsetOf("offer", "fill");
    assertThat(stopped.get("peek")).isEmpty();
    assertThat(stopped.get("size")).isEmpty();
    assertThat(stopped.get("iterate")).isEmpty();
    System.out.printf(
        "frozen: MpmcRingBuffer, others stopped at %d of %d places, in %s%n",
        reports.stream().mapToInt(report -> report.stoppingPlaces().size()).sum(),
        reports.stream().mapToInt(report -> report.places().size()).sum(),
        reports.stream()
            .flatMap(report -> report.stoppingPlaces().stream())
            .map(Place::method)
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
