package io.latchless.stress.cases;

import io.latchless.primitives.Lazy;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two concurrent callers get the same instance, created once and fully initialised.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 42, 42, 1         738,449    1,419,580  one instance for both
 * }</pre>
 */
@JCStressTest
@Outcome(id = "42, 42, 1", expect = Expect.ACCEPTABLE, desc = "one instance for both")
@Outcome(expect = Expect.FORBIDDEN, desc = "created twice, or seen half-built")
@State
public class LazyGetters {
  private final AtomicInteger made = new AtomicInteger();
  private final Lazy<Box> lazy = Lazy.of(this::make);
  private @Nullable Box first;
  private @Nullable Box second;

  private Box make() {
    made.getAndIncrement();
    return new Box(42);
  }

  @Actor
  public void first(III_Result r) {
    first = lazy.get();
    r.r1 = first.value;
  }

  @Actor
  public void second(III_Result r) {
    second = lazy.get();
    r.r2 = second.value;
  }

  @Arbiter
  public void end(III_Result r) {
    r.r3 = first == second ? made.get() : -1;
  }
}
