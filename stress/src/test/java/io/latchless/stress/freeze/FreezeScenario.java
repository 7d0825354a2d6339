package io.latchless.stress.freeze;

import java.util.List;

/**
 * One operation that is frozen at each of its bytecodes, and the operations that others must
 * complete meanwhile.
 *
 * <p>An implementation has a constructor without arguments, and holds the object under test in a
 * field that {@link #setUp} sets. It runs in a separate JVM, where its operations are called many
 * times. The victim is not frozen in the implementing class itself, so the object under test must
 * be of another class, nested or not.
 */
public interface FreezeScenario {
  /** Creates a fresh object under test; called before each run of the victim. */
  void setUp();

  /**
   * Runs the operation to freeze. It must end by itself, no matter what the others did before or
   * during it.
   */
  void victim();

  /**
   * Returns the operations that others try while the victim is frozen, each on its own thread.
   * While no thread is frozen each must end by itself, however often and in whatever order they run
   * after {@link #setUp}; an exception fails the probe. To demand that an operation
   * <em>succeeds</em>, and not only that it returns, write it as a loop that ends on success.
   */
  List<Bystander> others();
}
