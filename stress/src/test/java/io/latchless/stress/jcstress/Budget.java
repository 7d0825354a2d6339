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

  /**
   * For rogues: one configuration at first, in which most are caught within a blink; then all of
   * them, four times as long at each further chance.
   */
  static List<String> rogueArguments(int chance) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-m", "quick", "-sc", "false", "-pth", "false", "-hs", "128", "-iters", "2"));
    arguments.addAll(List.of("-time", Integer.toString(50 << (2 * chance))));
    if (chance == 0) {
      arguments.add("-jvmArgs=-XX:-TieredCompilation");
    }
    return arguments;
  }
}
