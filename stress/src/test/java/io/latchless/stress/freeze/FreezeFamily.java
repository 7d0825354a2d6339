package io.latchless.stress.freeze;

import java.util.List;

/**
 * The operations of one type that stop nobody: from each start, each of them in turn is frozen at
 * each of its bytecodes, while others try all of them.
 *
 * <p>An implementation has a constructor without arguments, and holds the object under test in a
 * field of its own that the starts fill. Like a {@link FreezeScenario} it is run in a JVM of its
 * own and its own bytecodes are passed over. All its walks share that JVM, which takes most of the
 * time that a single walk would.
 */
public interface FreezeFamily {
  /**
   * One state of the object under test, from which operations take other paths than from another.
   *
   * @param name what a report calls it, in one word
   * @param setUp puts a fresh object in that state in place; called before each run of a victim
   */
  record Start(String name, Runnable setUp) {}

  /** The states from which victims start. */
  List<Start> starts();

  /**
   * The operations, each victim in one walk and bystander in all. Each ends by itself whenever
   * nobody is frozen, however often, by however many threads and in whichever order they are run
   * after any of the starts.
   */
  List<Bystander> operations();
}
