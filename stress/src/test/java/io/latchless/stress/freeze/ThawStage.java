package io.latchless.stress.freeze;

import java.util.List;

/**
 * An object that threads wait for, and its threads. One of them, the victim, is frozen at a
 * bytecode, other threads act, and the victim is thawed. Once all threads are at rest, the stage
 * checks whether any thread waits for a condition that holds.
 *
 * <p>An implementation has a constructor without arguments and runs in a separate JVM. The victim
 * is not frozen in the implementation's own bytecodes.
 */
public interface ThawStage {
  /** Gives access to the threads that an act may interrupt. */
  interface Cast {
    /** Returns the thread that is frozen. */
    Thread victim();

    /** Returns the waiting thread that started first, or the caller if none waits. */
    Thread first();
  }

  /** The work of one thread, done once. */
  @FunctionalInterface
  interface Work {
    /** Runs the work; may wait, but must end when interrupted. */
    void run(Cast cast) throws InterruptedException;
  }

  /**
   * Named work, done once in its own thread.
   *
   * @param name one word
   * @param work the work; must work after any other acts
   */
  record Act(String name, Work work) {}

  /**
   * One operation to freeze.
   *
   * @param name the walk's name in reports
   * @param setUp creates a fresh object
   * @param waiting acts played before, for instance by threads that wait from then on
   * @param victim the act that is frozen at each of its places
   * @param lead acts that unpark the victim each time it is parked; the last one is repeated
   * @param scripts what others do while the victim is frozen: names of acts, separated by blanks
   * @param isTracedAlone whether the places come from a victim without waiting threads beside it,
   *     because those are too fast for a victim that is being stepped
   */
  record Walk(
      String name,
      Runnable setUp,
      String waiting,
      String victim,
      String lead,
      List<String> scripts,
      boolean isTracedAlone) {
    /** Creates a walk that is stepped through beside the waiting threads. */
    public Walk(
        String name,
        Runnable setUp,
        String waiting,
        String victim,
        String lead,
        List<String> scripts) {
      this(name, setUp, waiting, victim, lead, scripts, false);
    }

    /** Returns the same walk, stepped through alone. */
    public Walk tracedAlone() {
      return new Walk(name, setUp, waiting, victim, lead, scripts, true);
    }
  }

  /** Returns all operations to freeze. */
  List<Walk> walks();

  /** Returns all acts that the walks name. */
  List<Act> acts();

  /**
   * Returns the faults of the object while all threads are at rest.
   *
   * @param parked the names of the acts whose threads are parked
   */
  List<String> objections(List<String> parked);

  /** Ends all waits by the object's own means, such as closing it. */
  void end();
}
