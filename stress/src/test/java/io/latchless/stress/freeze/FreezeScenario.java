package io.latchless.stress.freeze;

import java.util.List;

/**
 * One operation that is frozen at each of its bytecodes, and what others must get done meanwhile.
 *
 * <p>An implementation has a constructor without arguments, and holds the object under test in a
 * field of its own that {@link #setUp} fills. It is run in a JVM of its own, where its operations
 * are called many times. Places in the implementing class itself are passed over: the object under
 * test is a class of its own, nested or not.
 */
public interface FreezeScenario {
  /** Puts a fresh object under test in place; called before each run of the victim. */
  void setUp();

  /**
   * The operation that is frozen. It ends by itself whatever the others did before or during it.
   */
  void victim();

  /**
   * What others try while the victim is frozen, each on a thread of its own. Each ends by itself
   * whenever nobody is frozen, however often and in whichever order they are run after {@link
   * #setUp}; an exception fails the probe. To demand that work gets <em>through</em>, and not only
   * that calls return, write the demand as a loop that ends once it did.
   */
  List<Bystander> others();
}
