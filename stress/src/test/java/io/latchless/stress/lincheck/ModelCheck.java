package io.latchless.stress.lincheck;

import io.latchless.stress.Effort;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.util.LoggingLevel;

/** Checks models with two threads of three operations, by model checking and by stress. */
final class ModelCheck {
  /** The first line of Lincheck's report on results that no sequential order explains. */
  static final String INVALID_RESULTS = "Invalid execution results";

  /**
   * Lincheck's report on a thread that cannot proceed while others are stopped, in a lock or a
   * loop.
   */
  static final String NOT_OBSTRUCTION_FREE = "(?s).*(should be non-blocking|has hung).*";

  private ModelCheck() {}

  /** Checks linearizability under all schedules tried; throws LincheckAssertionError on failure. */
  static void linearizable(Class<?> model) {
    options().check(model);
  }

  /** Does the same with more effort, for a fault that must be found; ends at the first failure. */
  static void search(Class<?> model) {
    options()
        .iterations(100)
        .invocationsPerIteration(500)
        .minimizeFailedScenario(false)
        .check(model);
  }

  /** Checks linearizability with real threads. */
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

  /**
   * Also checks that a thread running alone completes its operation, wherever others were stopped.
   */
  static void obstructionFree(Class<?> model) {
    options()
        .addGuarantee(queuesAreLockFree())
        .checkObstructionFreedom(true)
        .iterations(Effort.of(3, 20))
        .invocationsPerIteration(Effort.of(50, 500))
        .check(model);
  }

  /** Does the same for a fault that must be found; ends at the first failure. */
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
   * The JDK documents its concurrent queue and ordered map as lock-free. The checker mistakes a
   * restart from the queue's new head for a waiting loop, so their internals are hidden from it.
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
   * The pause after a lost compare-and-set ends by the clock, which keeps running while the checker
   * works. The pause may be left out: it is bounded and accesses no shared memory.
   */
  private static ManagedStrategyGuarantee pauseIsALeaf() {
    return ManagedStrategyGuaranteeKt.forClasses("io.latchless.primitives.Backoff")
        .methods("pause")
        .ignore();
  }

  /*
   * A recursion of fixed depth, which the checker mistakes for an endless loop. It accesses no
   * shared memory.
   */
  private static ManagedStrategyGuarantee roomOnTheStackIsALeaf() {
    return ManagedStrategyGuaranteeKt.forClasses("io.latchless.primitives.internal.StackRoom")
        .allMethods()
        .ignore();
  }

  /*
   * Copy-on-write uses these classes before publication, when no other thread can see them. The
   * checker would mistake an iteration over a hash map's empty slots for a waiting loop.
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
