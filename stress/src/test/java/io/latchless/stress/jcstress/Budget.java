package io.latchless.stress.jcstress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much time jcstress is given. */
enum Budget {
  /** Seconds a test: for every build. */
  QUICK(Duration.ofMinutes(45)),
  /** Minutes a test: for evidence. */
  LONG(Duration.ofHours(24));

  /**
   * The compiler's choice for each actor on its own multiplies configurations; 17 compiles slower.
   */
  private static final int SPLIT_COMPILATION_SINCE = 25;

  private final Duration limit;

  Budget(Duration limit) {
    this.limit = limit;
  }

  /** After this a run of jcstress counts as hung. */
  Duration limit() {
    return limit;
  }

  static Budget current() {
    String mode = System.getProperty("stress.mode", "quick");
    return switch (mode) {
      case "quick" -> QUICK;
      case "long" -> LONG;
      default -> throw new IllegalArgumentException("stress.mode is quick or long, not " + mode);
    };
  }

  List<String> arguments() {
    if (this == LONG) {
      return List.of("-m", "default", "-hs", "256");
    }
    List<String> arguments =
        new ArrayList<>(List.of("-m", "quick", "-time", "50", "-pth", "false", "-hs", "128"));
    arguments.addAll(
        Runtime.version().feature() >= SPLIT_COMPILATION_SINCE
            ? List.of("-iters", "1")
            : List.of("-iters", "2", "-sc", "false"));
    return arguments;
  }

  /** For rogues: whatever is not caught gets another chance, four times as long each. */
  List<String> rogueArguments(int chance) {
    int millis = 50 << (2 * chance);
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
        "2",
        "-time",
        Integer.toString(millis));
  }
}
