package io.latchless.benchmarks.choice;

import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Every choice, by what is shared. */
public final class Choices {
  private static final Map<StructureKind, Choice> ALL = load();

  private Choices() {}

  private static Map<StructureKind, Choice> load() {
    Map<StructureKind, Choice> all = new EnumMap<>(StructureKind.class);
    for (ChoiceSource source : ServiceLoader.load(ChoiceSource.class)) {
      Choice choice = source.choice();
      if (all.put(choice.shared(), choice) != null) {
        throw new IllegalStateException("two sources say who can hold " + choice.shared().words());
      }
    }
    return all;
  }

  /** Who can hold it. */
  public static Choice of(StructureKind shared) {
    Choice choice = ALL.get(shared);
    if (choice == null) {
      throw new IllegalStateException("no source says who can hold " + shared.words());
    }
    return choice;
  }
}
