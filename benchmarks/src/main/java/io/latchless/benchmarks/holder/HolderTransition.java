package io.latchless.benchmarks.holder;

import io.latchless.benchmarks.workload.Light;
import io.latchless.benchmarks.workload.Lights;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.StatusSnapshot;
import java.time.InstantSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads a status holder, and moves it to its next state. */
@State(Scope.Benchmark)
public class HolderTransition {
  @Param({"StatusHolder", "synchronized", "ReentrantLock", "ReentrantReadWriteLock", "StampedLock"})
  public String subject;

  @Param("0")
  public int listeners;

  private Holder<Light, String> holder;
  private long told;

  @Setup
  public void create() {
    holder = holder(subject);
    for (int i = 0; i < listeners; i++) {
      var unused = holder.addListener((from, to) -> told++);
    }
  }

  private static Holder<Light, String> holder(String subject) {
    return Holders.create(
        subject, Light.anyToAny(), "data", InstantSource.system(), ListenerErrorHandler.logging());
  }

  static Object structure(String subject) {
    Holder<Light, String> holder = holder(subject);
    return holder instanceof LatchlessHolder<Light, String> ours ? ours.holder() : holder;
  }

  @Benchmark
  public StatusSnapshot<Light, String> read() {
    return holder.get();
  }

  @Benchmark
  public StatusSnapshot<Light, String> transition(Lights lights) {
    return holder.transition(lights.next(), "data");
  }
}
