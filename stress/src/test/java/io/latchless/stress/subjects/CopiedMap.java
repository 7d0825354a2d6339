package io.latchless.stress.subjects;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;

/** A hash map that is copied for every change: correct, but with updates linear in its size. */
@SuppressWarnings("NullAway") // its reference is never null
public class CopiedMap implements MapSubject {
  private final AtomicReference<Moment> current = new AtomicReference<>(new Moment(Map.of(), 0));

  /** Replaces one state by another; false if the expected one is not the current one. */
  protected boolean swap(Moment seen, Moment next) {
    return current.compareAndSet(seen, next);
  }

  protected final void publish(Moment next) {
    current.set(next);
  }

  protected final int change(ToIntFunction<Map<Integer, Integer>> change) {
    for (; ; ) {
      Moment seen = current.get();
      Map<Integer, Integer> copy = new HashMap<>(seen.entries());
      int result = change.applyAsInt(copy);
      Moment next = new Moment(Collections.unmodifiableMap(copy), seen.version() + 1);
      if (swap(seen, next)) {
        return result;
      }
    }
  }

  @Override
  public final int get(int key) {
    return MapSubject.orNothing(current.get().entries().get(key));
  }

  @Override
  public final int size() {
    return current.get().entries().size();
  }

  @Override
  public Moment moment() {
    return current.get();
  }

  @Override
  public final int put(int key, int value) {
    return change(map -> MapSubject.orNothing(map.put(key, value)));
  }

  @Override
  public final int putIfAbsent(int key, int value) {
    return change(map -> MapSubject.orNothing(map.putIfAbsent(key, value)));
  }

  @Override
  public final int remove(int key) {
    return change(map -> MapSubject.orNothing(map.remove(key)));
  }

  @Override
  public final int add(int key, int amount) {
    return change(map -> map.merge(key, amount, Integer::sum));
  }

  @Override
  public void move(int from, int to, int amount) {
    change(
        map -> {
          map.merge(from, -amount, Integer::sum);
          return map.merge(to, amount, Integer::sum);
        });
  }
}
