package io.latchless.stress.freeze;

import java.util.List;

/**
 * The operations of one type that stop no other thread. From each start, each operation in turn is
 * frozen at each of its bytecodes, while other threads try all of them.
 *
 * <p>An implementation has a constructor without arguments, and holds the object under test in a
 * field that the starts set. Like a {@link FreezeScenario} it runs in a separate JVM, and the
 * victim is not frozen in its own bytecodes. All its walks share that JVM, because launching one
 * takes most of the time of a single walk.
 */
public interface FreezeFamily {
  /**
   * One initial state of the object under test, which selects the paths that operations take.
   *
   * @param name the state's name in reports, one word
   * @param setUp creates a fresh object in that state; called before each run of a victim
   */
  record Start(String name, Runnable setUp) {}

  /** Returns the states from which victims start. */
  List<Start> starts();

  /**
   * Returns the operations; each is the victim in one walk and a bystander in all. While no thread
   * is frozen each must end by itself, from any start, in any order, and with any number of calls
   * and threads.
   */
  List<Bystander> operations();
}
