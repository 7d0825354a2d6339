package io.latchless.stress.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * That the operations of a family stop nobody.
 *
 * @param family the family
 * @param losers those of its operations that must have been seen to lose a compare-and-set: a walk
 *     on which nobody came in between would not have shown what a loser does
 */
public record Claim(Class<? extends FreezeFamily> family, Set<String> losers) {
  /** Walks through the family, and fails if somebody is stopped anywhere. */
  public void verify() {
    List<FreezeReport> reports = FreezeProbe.walkFamily(family);

    assertThat(reports)
        .as("%s", reports)
        .allSatisfy(report -> assertThat(report.stoppingPlaces()).isEmpty());
    assertThat(losers(reports)).as("seen to lose").containsAll(losers);
    System.out.printf(
        "frozen: %s, %d walks, nobody stopped at %d places%n",
        this, reports.size(), reports.stream().mapToInt(report -> report.places().size()).sum());
  }

  private static Set<String> losers(List<FreezeReport> reports) {
    Set<String> names = new HashSet<>();
    for (FreezeReport report : reports) {
      if (report.places().stream().map(Place::method).anyMatch("pause"::equals)) {
        names.add(report.scenario().substring(report.scenario().lastIndexOf('/') + 1));
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return family.getSimpleName();
  }
}
