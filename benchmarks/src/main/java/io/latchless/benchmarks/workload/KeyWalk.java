package io.latchless.benchmarks.workload;

import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keys for one thread to look up, over and over. They equal the stored keys but are other objects,
 * as if from a request, and their hash codes are cached. Each thread has an order of its own that
 * is too long for a processor to learn.
 */
public final class KeyWalk {
  private static final int SHORTEST = 4_096;

  /** The strings must leave space in the heap for a map of a million entries. */
  private static final int LONGEST = 262_144;

  private final String[] steps;
  private int at;

  private KeyWalk(String[] steps) {
    this.steps = steps;
  }

  /**
   * Creates a walk over keys that visits each about equally often. Beyond 262,144 keys it covers an
   * even selection.
   *
   * @param keys the number of keys
   * @param key creates the key of a number, a new object each time
   * @param seed determines the order
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
        // A string caches its hash code.
        int unused = step.hashCode();
      }
      steps[i] = step;
    }
    return new KeyWalk(steps);
  }

  /** Returns the next key. */
  public String next() {
    at = at + 1 & steps.length - 1;
    return steps[at];
  }
}
