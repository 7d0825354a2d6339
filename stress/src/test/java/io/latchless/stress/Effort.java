package io.latchless.stress;

import java.util.List;

/** How much evidence a run is to gather: seconds for every build, or as long as it takes. */
public enum Effort {
  /** For every build. */
  QUICK,
  /** For a run of its own. */
  LONG;

  /** The system property that names one of them in lower case; {@code quick} if it is not set. */
  public static final String PROPERTY = "stress.mode";

  /** What {@link #PROPERTY} asks for. */
  public static Effort current() {
    String mode = System.getProperty(PROPERTY, "quick");
    return switch (mode) {
      case "quick" -> QUICK;
      case "long" -> LONG;
      default -> throw new IllegalArgumentException("stress.mode is quick or long, not " + mode);
    };
  }

  /** The count that fits. */
  public static int of(int quick, int whenLong) {
    return current() == QUICK ? quick : whenLong;
  }

  /** The first few for every build, all of them for a run of its own. */
  public static <E> List<E> firstOf(int quick, List<E> all) {
    return all.subList(0, of(quick, all.size()));
  }
}
