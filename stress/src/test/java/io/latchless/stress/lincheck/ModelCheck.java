package io.latchless.stress.lincheck;

import io.latchless.stress.Effort;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/** How models are checked here: two threads of three operations, by schedule and by chance. */
final class ModelCheck {
  /** The first line of Lincheck's report on results that no sequential order explains. */
  static final String INVALID_RESULTS = "Invalid execution results";

  /** The first line of its report on a thread that cannot go on while others stand still. */
  static final String NOT_OBSTRUCTION_FREE = "Obstruction-freedom is required";

  private ModelCheck() {}

  /** Every operation takes effect at once; throws LincheckAssertionError if not. */
  static void linearizable(Class<?> model) {
    options().check(model);
  }

  /** The same with real threads. */
  static void linearizableByChance(Class<?> model) {
    new StressOptions()
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .iterations(Effort.of(5, 100))
        .invocationsPerIteration(Effort.of(500, 20_000))
        .check(model);
  }

  /** A thread that runs alone ends its operation, wherever all others were stopped. */
  static void obstructionFree(Class<?> model) {
    options().checkObstructionFreedom(true).check(model);
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .iterations(Effort.of(20, 200))
        .invocationsPerIteration(Effort.of(300, 10_000))
        .loopIterationsBeforeThreadSwitch(100)
        .addGuarantee(pauseIsALeaf());
  }

  /*
   * The pause after a lost compare-and-set ends by the clock, which the checker's threads share with
   * the checker. It may be left out: it is bounded, and touches no memory but a cell of its own that
   * decides nothing but the pause's length.
   */
  private static ManagedStrategyGuarantee pauseIsALeaf() {
    return ManagedStrategyGuaranteeKt.forClasses("io.latchless.primitives.Backoff")
        .methods("pause")
        .ignore();
  }
}
