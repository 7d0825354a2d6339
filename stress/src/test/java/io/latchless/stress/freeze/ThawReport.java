package io.latchless.stress.freeze;

import java.util.List;

/**
 * The result of a {@link ThawProbe}.
 *
 * @param stage the stage's class name
 * @param findings the faults at rest, each with its schedule
 * @param places the number of places at which victims were frozen
 * @param runs how often a victim was frozen and thawed
 * @param missed how often a victim took another path than before and was not frozen
 */
public record ThawReport(String stage, List<String> findings, int places, int runs, int missed) {
  /** Rejects a walk that saw too little, because an empty report would prove nothing. */
  public ThawReport {
    if (places == 0 || runs <= missed) {
      throw new FreezeFailure(
          "the probe of %s saw nothing: %d places, %d runs, %d missed"
              .formatted(stage, places, runs, missed));
    }
  }

  /** Returns one line for a log, then one line for each finding. */
  @Override
  public String toString() {
    return "%s: %d findings at %d places (%d thaws, %d missed)"
            .formatted(stage, findings.size(), places, runs, missed)
        + String.join("", findings.stream().map(finding -> "\n  " + finding).toList());
  }
}
