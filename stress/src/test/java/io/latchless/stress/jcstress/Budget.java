package io.latchless.stress.jcstress;

import io.latchless.stress.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much time jcstress is given. */
enum Budget {
  /** Seconds a test: for every build. */
  QUICK(Duration.ofMinutes(45)),
  /** A minute a test, in every mode of the JVM, one for each actor: for evidence. */
  LONG(Duration.ofHours(6));

  /**
   * The one JVM mode of quick runs: as a JVM compiles by default, with the order of instructions
   * and optimisations shuffled by the optimising compiler where the language lets it. Without the
   * compiler before it a run takes an eighth longer. All modes are for long runs.
   */
  private static final String SHUFFLING_COMPILER =
      "-XX:+UnlockDiagnosticVMOptions"
          + " -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN -XX:+StressCCP";

  private static final int NATIVE_ACCESS_WARNS_SINCE = 24;

  /** How long two actors are let loose on each other in a quick run. */
  private static final int MILLIS = 50;

  private final Duration limit;

  Budget(Duration limit) {
    this.limit = limit;
  }

  /** After this a run of jcstress counts as hung. */
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
   * For rogues: whatever is not caught gets another chance, four times as long each, and from the
   * second on in every mode of the JVM.
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
