package io.latchless.benchmarks.choice;

import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Finds the choice for each kind of shared state. */
public final class Choices {
  private static final Map<StructureKind, Choice> ALL = load();

  private Choices() {}

  private static Map<StructureKind, Choice> load() {
    Map<StructureKind, Choice> all = new EnumMap<>(StructureKind.class);
    for (ChoiceSource source : ServiceLoader.load(ChoiceSource.class)) {
      Choice choice = source.choice();
      if (all.put(choice.shared(), choice) != null) {
        throw new IllegalStateException(
            "two sources provide candidates for " + choice.shared().words());
      }
    }
    return all;
  }

  /** Returns the choice for a kind of shared state. */
  public static Choice of(StructureKind shared) {
    Choice choice = ALL.get(shared);
    if (choice == null) {
      throw new IllegalStateException("no source provides candidates for " + shared.words());
    }
    return choice;
  }
}
