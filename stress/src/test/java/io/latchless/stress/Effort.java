package io.latchless.stress;

import java.util.List;

/** The effort of a run: seconds in every build, or as long as thorough evidence takes. */
public enum Effort {
  /** For every build. */
  QUICK,
  /** For a dedicated long run. */
  LONG;

  /** The system property with the effort in lower case; {@code quick} if it is not set. */
  public static final String PROPERTY = "stress.mode";

  /** Returns the effort that {@link #PROPERTY} selects. */
  public static Effort current() {
    String mode = System.getProperty(PROPERTY, "quick");
    return switch (mode) {
      case "quick" -> QUICK;
      case "long" -> LONG;
      default -> throw new IllegalArgumentException("stress.mode is quick or long, not " + mode);
    };
  }

  /** Returns the count for the current effort. */
  public static int of(int quick, int whenLong) {
    return current() == QUICK ? quick : whenLong;
  }

  /** Returns the first few elements in every build, and all of them in a long run. */
  public static <E> List<E> firstOf(int quick, List<E> all) {
    return all.subList(0, of(quick, all.size()));
  }
}
