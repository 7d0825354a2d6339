package io.latchless.stress.rogues;

import io.latchless.stress.soak.MapEqualityCheck;
import io.latchless.stress.soak.RegistryRoguesTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lookup asks the key that is present whether it equals the other, a change the reverse. */
@Rogue(
    trap = "get and put ask equals of different keys: a key is found by one and not by the other",
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
