package io.latchless.stress.freeze;

import java.util.List;

/**
 * An object that threads wait for, and threads around it. One of them, the victim, is frozen at a
 * bytecode, others act, the victim is thawed, and once all have come to rest the object is asked
 * whether anybody waits for what is there.
 *
 * <p>An implementation has a constructor without arguments and is run in a JVM of its own. Its own
 * bytecodes are passed over.
 */
public interface ThawStage {
  /** The threads that an act may interrupt. */
  interface Cast {
    /** The thread that is frozen. */
    Thread victim();

    /** Of the threads that wait, the one that began first, or the caller if there is none. */
    Thread first();
  }

  /** What one thread does once. */
  @FunctionalInterface
  interface Work {
    /** May wait; ends when interrupted, at the latest. */
    void run(Cast cast) throws InterruptedException;
  }

  /**
   * What one thread does once, in a thread of its own.
   *
   * @param name one word
   * @param work run after any others
   */
  record Act(String name, Work work) {}

  /**
   * One operation to freeze.
   *
   * @param name what a report calls it
   * @param setUp puts a fresh object in place
   * @param waiting acts that are played before, for instance of threads that wait from then on
   * @param victim the act that is frozen at each of its places
   * @param lead acts that get the victim on each time it is parked; the last one is repeated
   * @param scripts what others do while the victim is frozen: names of acts, with blanks between
   * @param isTracedAlone whether the places are those of a victim that nobody waits beside, because
   *     threads that wait are too fast for one that is stepped through its operation
   */
  record Walk(
      String name,
      Runnable setUp,
      String waiting,
      String victim,
      String lead,
      List<String> scripts,
      boolean isTracedAlone) {
    /** Stepped through beside the threads that wait. */
    public Walk(
        String name,
        Runnable setUp,
        String waiting,
        String victim,
        String lead,
        List<String> scripts) {
      this(name, setUp, waiting, victim, lead, scripts, false);
    }

    /** The same, stepped through alone. */
    public Walk tracedAlone() {
      return new Walk(name, setUp, waiting, victim, lead, scripts, true);
    }
  }

  /** All there is to freeze. */
  List<Walk> walks();

  /** All that the walks name. */
  List<Act> acts();

  /**
   * What is wrong when nothing moves.
   *
   * @param parked the names of the acts whose threads are parked
   */
  List<String> objections(List<String> parked);

  /** Ends all that still waits, in the way in which the object under test does that. */
  void end();
}
