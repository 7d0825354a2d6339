package io.latchless.stress;

/** How much evidence a run is to gather: seconds for every build, or as long as it takes. */
public enum Effort {
  /** For every build. */
  QUICK,
  /** For a run of its own. */
  LONG;

  /** What the system property {@code stress.mode} asks for. */
  public static Effort current() {
    return "long".equals(System.getProperty("stress.mode")) ? LONG : QUICK;
  }

  /** The count that fits. */
  public static int of(int quick, int whenLong) {
    return current() == QUICK ? quick : whenLong;
  }
}
