package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.MapSubject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Returns as its snapshot the map that it keeps changing. */
@Rogue(
    trap = "a snapshot that is a view: it changes, and can be changed",
    caughtBy = RegistryRoguesTest.class)
public final class MapThatShowsItself implements MapSubject {
  private final Map<Integer, Integer> entries = new ConcurrentHashMap<>();
  private final AtomicLong version = new AtomicLong();

  @Override
  public int get(int key) {
    return MapSubject.orNothing(entries.get(key));
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public Moment moment() {
    return new Moment(entries, version.get());
  }

  @Override
  public int put(int key, int value) {
    version.incrementAndGet();
    return MapSubject.orNothing(entries.put(key, value));
  }

  @Override
  public int putIfAbsent(int key, int value) {
    version.incrementAndGet();
    return MapSubject.orNothing(entries.putIfAbsent(key, value));
  }

  @Override
  public int remove(int key) {
    version.incrementAndGet();
    return MapSubject.orNothing(entries.remove(key));
  }

  @Override
  public int add(int key, int amount) {
    version.incrementAndGet();
    return entries.merge(key, amount, Integer::sum);
  }

  @Override
  public void move(int from, int to, int amount) {
    add(from, -amount);
    add(to, amount);
  }
}
