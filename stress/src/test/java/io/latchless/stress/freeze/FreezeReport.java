package io.latchless.stress.freeze;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a probe saw.
 *
 * @param scenario the scenario's class name
 * @param places where the victim was frozen
 * @param stops the places at which others were stopped, and which operations those were
 * @param settled whether the walk ended because run after run brought nothing new, and not because
 *     its time was up
 * @param runs how often the victim's operation was walked through
 * @param steps bytecodes the victim was led through, over all runs
 * @param tries how often others were asked to get work through while the victim was frozen
 */
public record FreezeReport(
    String scenario,
    SortedSet<Place> places,
    SortedMap<Place, SortedSet<String>> stops,
    boolean settled,
    int runs,
    int steps,
    int tries) {

  /** Refuses a walk that saw nothing, for silence must not be taken for freedom. */
  public FreezeReport {
    if (places.isEmpty() || tries == 0 || steps == 0) {
      throw new FreezeFailure(
          "the probe of %s saw nothing: %d places, %d tries, %d steps"
              .formatted(scenario, places.size(), tries, steps));
    }
  }

  /** The places at which at least one operation of the others was stopped. */
  public List<Place> stoppingPlaces() {
    return List.copyOf(stops.keySet());
  }

  /** How many places stop each operation that is stopped anywhere. */
  public Map<String, Integer> stoppedOperations() {
    Map<String, Integer> count = new TreeMap<>();
    stops.values().forEach(names -> names.forEach(name -> count.merge(name, 1, Integer::sum)));
    return count;
  }

  /** One line for a log, then one per stopping place. */
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
