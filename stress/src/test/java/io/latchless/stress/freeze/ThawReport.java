package io.latchless.stress.freeze;

import java.util.List;

/**
 * What a {@link ThawProbe} saw.
 *
 * @param stage the stage's class name
 * @param findings what was wrong at rest, and after which schedule
 * @param places how many places victims were frozen at
 * @param runs how often a victim was frozen and thawed
 * @param missed how often a victim took another way than before and was not frozen
 */
public record ThawReport(String stage, List<String> findings, int places, int runs, int missed) {
  /** Refuses a walk that saw little, for silence must not be taken for rest. */
  public ThawReport {
    if (places == 0 || runs <= missed) {
      throw new FreezeFailure(
          "the probe of %s saw nothing: %d places, %d runs, %d missed"
              .formatted(stage, places, runs, missed));
    }
  }

  /** One line for a log, then one per finding. */
  @Override
  public String toString() {
    return "%s: %d findings at %d places (%d thaws, %d missed)"
            .formatted(stage, findings.size(), places, runs, missed)
        + String.join("", findings.stream().map(finding -> "\n  " + finding).toList());
  }
}
