package io.latchless.stress.rogues;

import io.latchless.stress.soak.MapEqualityCheck;
import io.latchless.stress.soak.RegistryRoguesTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lookup calls {@code equals} on the stored key, an update on the argument. */
@Rogue(
    trap = "get and put call equals on different keys: one finds a key that the other does not",
    caughtBy = RegistryRoguesTest.class)
public final class MapThatAsksEitherKey implements MapEqualityCheck.Subject {
  private record Entry(Object key, int value) {}

  private final List<Entry> entries = new ArrayList<>();

  @Override
  public @Nullable Integer get(Object key) {
    for (Entry entry : entries) {
      if (entry.key().equals(key)) {
        return entry.value();
      }
    }
    return null;
  }

  @Override
  public @Nullable Integer put(Object key, int value) {
    for (int at = 0; at < entries.size(); at++) {
      Entry entry = entries.get(at);
      if (key.equals(entry.key())) {
        entries.set(at, new Entry(entry.key(), value));
        return entry.value();
      }
    }
    entries.add(new Entry(key, value));
    return null;
  }
}
