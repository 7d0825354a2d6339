package io.latchless.stress.freeze;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The result of a probe.
 *
 * @param scenario the scenario's class name
 * @param places where the victim was frozen
 * @param stops the places at which others were stopped, with the stopped operations
 * @param settled whether the walk ended because several runs found no new place, not because its
 *     time was up
 * @param runs the number of runs of the victim's operation
 * @param steps the number of bytecodes the victim was led through, over all runs
 * @param tries how often others ran operations while the victim was frozen
 */
public record FreezeReport(
    String scenario,
    SortedSet<Place> places,
    SortedMap<Place, SortedSet<String>> stops,
    boolean settled,
    int runs,
    int steps,
    int tries) {

  /**
   * Rejects a walk without places, because an empty report must not pass for a lock-free operation.
   */
  public FreezeReport {
    if (places.isEmpty() || tries == 0 || steps == 0) {
      throw new FreezeFailure(
          "the probe of %s saw nothing: %d places, %d tries, %d steps"
              .formatted(scenario, places.size(), tries, steps));
    }
  }

  /** Returns the places at which at least one operation of the others was stopped. */
  public List<Place> stoppingPlaces() {
    return List.copyOf(stops.keySet());
  }

  /** Returns, for each stopped operation, the number of places that stop it. */
  public Map<String, Integer> stoppedOperations() {
    Map<String, Integer> count = new TreeMap<>();
    stops.values().forEach(names -> names.forEach(name -> count.merge(name, 1, Integer::sum)));
    return count;
  }

  /** Returns one line for a log, then one line for each stopping place. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "%s: others stopped at %d of %d places (%d runs, %d steps, %d tries%s)"
                .formatted(
                    scenario,
                    stops.size(),
                    places.size(),
                    runs,
                    steps,
                    tries,
                    settled ? "" : ", out of time"));
    stops.forEach(
        (place, names) ->
            text.append("\n  ").append(place).append(" stops ").append(String.join(", ", names)));
    return text.toString();
  }
}
