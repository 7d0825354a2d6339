package io.latchless.stress.soak;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A snapshot does not change afterwards, and cannot be changed. */
public final class MapSnapshotCheck {
  private MapSnapshotCheck() {}

  private record Attempt<K, V>(String name, Consumer<Map<K, V>> change) {}

  /**
   * Takes a snapshot, and tries to change it in several ways until one succeeds.
   *
   * @param key a key that is present, among others
   * @param change applies a change that a later snapshot shows
   */
  public static <K, V> List<String> audit(
      Supplier<Map<K, V>> snapshot, K key, V other, Runnable change) {
    Findings findings = new Findings();
    Map<K, V> seen = snapshot.get();
    Map<K, V> copy = Map.copyOf(seen);
    for (Attempt<K, V> attempt : MapSnapshotCheck.<K, V>attempts(key, other)) {
      if (!findings.list().isEmpty()) {
        break;
      }
      boolean refused = false;
      try {
        attempt.change().accept(seen);
      } catch (UnsupportedOperationException e) {
        refused = true;
      }
      findings.require(refused, "%s is not refused", attempt.name());
      findings.require(seen.equals(copy), "%s has changed a snapshot", attempt.name());
      findings.require(snapshot.get().equals(copy), "%s has changed the map", attempt.name());
    }
    Map<K, V> before = snapshot.get();
    Map<K, V> copyBefore = Map.copyOf(before);
    change.run();
    findings.require(
        before.equals(copyBefore), "a snapshot has become %s, it was %s", before, copyBefore);
    findings.require(
        !snapshot.get().equals(copyBefore), "a later snapshot is still %s", copyBefore);
    return findings.list();
  }

  private static <K, V> List<Attempt<K, V>> attempts(K key, V other) {
    return List.of(
        new Attempt<>("put", map -> map.put(key, other)),
        new Attempt<>("putAll", map -> map.putAll(Map.of(key, other))),
        new Attempt<>("replaceAll", map -> map.replaceAll((k, value) -> other)),
        new Attempt<>("compute", map -> map.compute(key, (k, value) -> other)),
        new Attempt<>("merge", map -> map.merge(key, other, (a, b) -> other)),
        new Attempt<>("setValue", map -> map.entrySet().iterator().next().setValue(other)),
        new Attempt<>("remove", map -> map.remove(key)),
        new Attempt<>("keySet().remove", map -> map.keySet().remove(key)),
        new Attempt<>("values().removeIf", map -> map.values().removeIf(value -> true)),
        new Attempt<>("iterator().remove", map -> removeFirst(map.entrySet().iterator())),
        new Attempt<>("entrySet().clear", map -> map.entrySet().clear()),
        new Attempt<>("clear", Map::clear));
  }

  private static void removeFirst(Iterator<?> iterator) {
    iterator.next();
    iterator.remove();
  }
}
