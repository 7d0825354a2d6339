package io.latchless.stress.lincheck;

import io.latchless.stress.Effort;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.util.LoggingLevel;

/** How models are checked here: two threads of three operations, by schedule and by chance. */
final class ModelCheck {
  /** The first line of Lincheck's report on results that no sequential order explains. */
  static final String INVALID_RESULTS = "Invalid execution results";

  /** Its report on a thread that cannot go on while others stand still, by a lock or by a loop. */
  static final String NOT_OBSTRUCTION_FREE = "(?s).*(should be non-blocking|has hung).*";

  private ModelCheck() {}

  /** Every operation takes effect at once; throws LincheckAssertionError if not. */
  static void linearizable(Class<?> model) {
    options().check(model);
  }

  /** The same, and harder: for what must be found; it ends when it is. */
  static void search(Class<?> model) {
    options()
        .iterations(100)
        .invocationsPerIteration(500)
        .minimizeFailedScenario(false)
        .check(model);
  }

  /** The same with real threads. */
  static void linearizableByChance(Class<?> model) {
    new StressOptions()
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(0)
        .actorsAfter(1)
        .iterations(Effort.of(2, 20))
        .invocationsPerIteration(Effort.of(200, 2_000))
        .check(model);
  }

  /** The same; and a thread that runs alone ends its operation, wherever others were stopped. */
  static void obstructionFree(Class<?> model) {
    options()
        .addGuarantee(queuesAreLockFree())
        .checkObstructionFreedom(true)
        .iterations(Effort.of(3, 20))
        .invocationsPerIteration(Effort.of(50, 500))
        .check(model);
  }

  /** The same for what must be found: it ends when it is. */
  static void searchForObstruction(Class<?> model) {
    options()
        .addGuarantee(queuesAreLockFree())
        .checkObstructionFreedom(true)
        .minimizeFailedScenario(false)
        .check(model);
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(0)
        .actorsAfter(1)
        .iterations(Effort.of(3, 30))
        .invocationsPerIteration(Effort.of(50, 500))
        .logLevel(LoggingLevel.ERROR)
        .addGuarantee(pauseIsALeaf())
        .addGuarantee(roomOnTheStackIsALeaf())
        .addGuarantee(copiesAreMadeByOneThread())
        .addGuarantee(rogueLingersByTheClock());
  }

  /*
   * The JDK's queue and ordered map are lock-free by their documentation. The checker takes a restart
   * from the queue's new head for a loop that waits, so it is not shown their inside.
   */
  private static ManagedStrategyGuarantee queuesAreLockFree() {
    return ManagedStrategyGuaranteeKt.forClasses(
            name ->
                name.startsWith("java.util.concurrent.ConcurrentLinkedQueue")
                    || name.startsWith("java.util.concurrent.ConcurrentSkipListMap"))
        .allMethods()
        .treatAsAtomic();
  }

  /*
   * The pause after a lost compare-and-set ends by the clock, which the checker's threads share with
   * the checker. It may be left out: it is bounded, and touches no memory.
   */
  private static ManagedStrategyGuarantee pauseIsALeaf() {
    return ManagedStrategyGuaranteeKt.forClasses("io.latchless.primitives.Backoff")
        .methods("pause")
        .ignore();
  }

  /*
   * A recursion of a fixed depth, which the checker takes for a loop that does not end. It touches no
   * memory.
   */
  private static ManagedStrategyGuarantee roomOnTheStackIsALeaf() {
    return ManagedStrategyGuaranteeKt.forClasses("io.latchless.primitives.internal.StackRoom")
        .allMethods()
        .ignore();
  }

  /*
   * What is copied on write goes through these before it is published, and nobody else sees them. A
   * walk through the empty places of a hash map would be taken for a loop that waits.
   */
  private static ManagedStrategyGuarantee copiesAreMadeByOneThread() {
    return ManagedStrategyGuaranteeKt.forClasses(
            name ->
                name.startsWith("java.util.HashMap")
                    || name.startsWith("java.util.LinkedHash")
                    || name.startsWith("java.util.ImmutableCollections"))
        .allMethods()
        .ignore();
  }

  private static ManagedStrategyGuarantee rogueLingersByTheClock() {
    return ManagedStrategyGuaranteeKt.forClasses("io.latchless.stress.subjects.Turn")
        .allMethods()
        .ignore();
  }
}
