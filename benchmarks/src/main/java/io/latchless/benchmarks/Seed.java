package io.latchless.benchmarks;

import io.latchless.primitives.Backoff;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

@State(Scope.Benchmark)
public class Seed {
  private final Backoff backoff = new Backoff();

  @Benchmark
  public void pause() {
    backoff.pause();
  }
}
