package io.latchless.stress.oracle;

import io.latchless.benchmarks.process.ProcessHolder;
import io.latchless.primitives.ProcessStatus;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The steps on a process holder; generations are counted back from the current one. */
final class ProcessSteps {
  private ProcessSteps() {}

  private static long back(ProcessHolder holder, int generations) {
    return Math.max(holder.get().generation() - generations, 0);
  }

  static Arbitrary<Step<ProcessHolder>> any() {
    Arbitrary<Integer> ages = Arbitraries.of(0, 0, 0, 0, 1, 2);
    Arbitrary<Integer> codes = Arbitraries.of(0, 1, 143);
    return Arbitraries.oneOf(
        ages.map(age -> new Step<>("run -" + age, p -> p.markRunning(back(p, age)))),
        Combinators.combine(ages, codes)
            .as(
                (age, code) ->
                    new Step<>("exit -" + age + "=" + code, p -> p.markExited(back(p, age), code))),
        Combinators.combine(ages, codes)
            .as(
                (age, code) ->
                    new Step<>(
                        "stop -" + age + "=" + code, p -> p.markStopped(back(p, age), code))),
        ages.map(age -> new Step<>("stop -" + age, p -> p.markStopped(back(p, age)))),
        ages.map(age -> new Step<>("fail -" + age, p -> p.markFailed(back(p, age)))),
        ages.map(age -> new Step<>("restart -" + age, p -> p.restart(back(p, age)))),
        Arbitraries.of(ProcessStatus.class)
            .map(
                status ->
                    new Step<>("await " + status, p -> p.awaitReached(status, Duration.ZERO))),
        Arbitraries.just(new Step<>("when over", p -> p.whenOver().isDone())));
  }
}
