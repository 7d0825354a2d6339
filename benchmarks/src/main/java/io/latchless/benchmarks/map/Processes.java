package io.latchless.benchmarks.map;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The contents of the maps: numbers by the names of processes. */
public final class Processes {
  /** A prime: keys that recur with another period hardly ever get the value they already have. */
  private static final int VALUES = 1_021;

  private static final Integer[] VALUE = IntStream.range(0, VALUES).boxed().toArray(Integer[]::new);

  private Processes() {}

  /** Returns the name of a process, a new string each time. */
  public static String name(int number) {
    return "process-" + number;
  }

  /** Returns the value of a number, the same object for the same number. */
  public static Integer value(int number) {
    return VALUE[number % VALUES];
  }

  /** Returns the first {@code count} processes. */
  public static Map<String, Integer> first(int count) {
    Map<String, Integer> entries = new HashMap<>();
    for (int i = 0; i < count; i++) {
      entries.put(name(i), value(i));
    }
    return entries;
  }
}
