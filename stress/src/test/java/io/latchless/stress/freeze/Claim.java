package io.latchless.stress.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Claims that no operation of a family stops another thread.
 *
 * @param family the family
 * @param losers operations that must have lost a compare-and-set; an undisturbed walk does not
 *     visit the code of a loser
 */
public record Claim(Class<? extends FreezeFamily> family, Set<String> losers) {
  /** Walks through the family, and fails if another operation is stopped anywhere. */
  public void verify() {
    List<FreezeReport> reports = FreezeProbe.walkFamily(family);

    assertThat(reports)
        .as("%s", reports)
        .allSatisfy(report -> assertThat(report.stoppingPlaces()).isEmpty());
    assertThat(losers(reports)).as("seen to lose").containsAll(losers);
    System.out.printf(
        "frozen: %s, %d walks, no thread stopped at %d places%n",
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
