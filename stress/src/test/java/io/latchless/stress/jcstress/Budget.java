package io.latchless.stress.jcstress;

import io.latchless.stress.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The time budget of a jcstress run. */
enum Budget {
  /** Seconds for each test; for every build. */
  QUICK(Duration.ofMinutes(45)),
  /** A minute for each test, in every JVM mode and combination of actors; for evidence. */
  LONG(Duration.ofHours(6));

  /**
   * The single JVM mode of quick runs: default compilation, with instruction order and
   * optimisations shuffled by the optimising compiler within the language rules. Without tiered
   * compilation a run takes an eighth longer. Long runs use all modes.
   */
  private static final String SHUFFLING_COMPILER =
      "-XX:+UnlockDiagnosticVMOptions"
          + " -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN -XX:+StressCCP";

  private static final int NATIVE_ACCESS_WARNS_SINCE = 24;

  /** The time in milliseconds that two actors race in a quick run. */
  private static final int MILLIS = 50;

  private final Duration limit;

  Budget(Duration limit) {
    this.limit = limit;
  }

  /** Returns the time after which a run counts as hung. */
  Duration limit() {
    return limit;
  }

  static Budget current() {
    return Effort.current() == Effort.LONG ? LONG : QUICK;
  }

  List<String> arguments() {
    if (this == LONG) {
      return List.of("-m", "quick", "-pth", "false", "-hs", "256", "-iters", "2", "-time", "100");
    }
    List<String> arguments = new ArrayList<>(quick(1));
    arguments.addAll(oneMode());
    return arguments;
  }

  /**
   * Returns the arguments for rogues. Uncaught rogues get further chances, each four times as long
   * as the previous one, and from the second on in every JVM mode.
   */
  List<String> rogueArguments(int chance) {
    List<String> arguments = new ArrayList<>(quick(1 << (2 * chance)));
    if (chance == 0) {
      arguments.addAll(oneMode());
    }
    return arguments;
  }

  private static List<String> quick(int times) {
    return List.of(
        "-m",
        "quick",
        "-sc",
        "false",
        "-pth",
        "false",
        "-hs",
        "128",
        "-iters",
        "1",
        "-time",
        Integer.toString(times * MILLIS));
  }

  private static List<String> oneMode() {
    boolean warns = Runtime.version().feature() >= NATIVE_ACCESS_WARNS_SINCE;
    String nativeAccess = warns ? "--enable-native-access=ALL-UNNAMED " : "";
    return List.of("-jvmArgs", nativeAccess + SHUFFLING_COMPILER);
  }
}
