package io.latchless.benchmarks.workload;

import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keys for one thread to look up, over and over: equal to those that are stored but other objects,
 * as they come out of a request, with their hash codes known; in an order of the thread's own that
 * is too long for a processor to learn.
 */
public final class KeyWalk {
  private static final int SHORTEST = 4_096;

  /** Their strings must leave room in the heap for a map of a million. */
  private static final int LONGEST = 262_144;

  private final String[] steps;
  private int at;

  private KeyWalk(String[] steps) {
    this.steps = steps;
  }

  /**
   * A walk over some keys, each about as often as any other; or over an even choice of them if
   * there are more than 262,144.
   *
   * @param keys how many there are
   * @param key makes the one of a number, a new object each time
   * @param seed of the order
   */
  public static KeyWalk over(int keys, IntFunction<String> key, long seed) {
    int length = Math.min(Math.max(Integer.highestOneBit(keys), SHORTEST), LONGEST);
    int stride = Math.max(1, keys / length);
    int[] order = new int[length];
    Random random = new Random(seed);
    for (int i = 0; i < length; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i * stride % keys;
    }
    @Nullable String[] made = new String[keys];
    String[] steps = new String[length];
    for (int i = 0; i < length; i++) {
      String step = made[order[i]];
      if (step == null) {
        step = key.apply(order[i]);
        made[order[i]] = step;
        // Strings remember it.
        int unused = step.hashCode();
      }
      steps[i] = step;
    }
    return new KeyWalk(steps);
  }

  /** The next key. */
  public String next() {
    at = at + 1 & steps.length - 1;
    return steps[at];
  }
}
