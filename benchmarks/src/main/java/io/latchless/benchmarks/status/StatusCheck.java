package io.latchless.benchmarks.status;

import io.latchless.benchmarks.workload.Light;
import io.latchless.primitives.AtomicStatus;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Asks whether a status is in a state. */
@State(Scope.Benchmark)
public class StatusCheck {
  private static final class VolatileField {
    private volatile Light state = Light.RED;

    boolean isIn(Light asked) {
      return state == asked;
    }
  }

  @Param({
    "AtomicStatus",
    "volatile field",
    "synchronized",
    "ReentrantReadWriteLock",
    "StampedLock"
  })
  public String subject;

  private Predicate<Light> status;

  @Setup
  public void create() {
    // Every subject is bound directly: an adapter would cost as much as the read.
    status =
        switch (subject) {
          case "AtomicStatus" -> new AtomicStatus<>(Light.anyToAny())::isIn;
          case "volatile field" -> new VolatileField()::isIn;
          default -> Statuses.create(subject, Light.anyToAny())::isIn;
        };
  }

  @Benchmark
  public boolean check() {
    return status.test(Light.GREEN);
  }
}
