package io.latchless.stress.subjects;

/** A chance for another thread to run here, which makes rare interleavings frequent. */
public final class Turn {
  private Turn() {}

  /** Lets another thread go first, if there is one. */
  @SuppressWarnings("ThreadPriorityCheck") // correct programs do not need it, and neither do checks
  public static void pass() {
    Thread.yield();
  }
}
