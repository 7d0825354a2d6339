package io.latchless.benchmarks.averages;

import io.latchless.benchmarks.workload.SampleLatencies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Records latencies in one average by sample. */
@State(Scope.Benchmark)
public class EwmaUse {
  private static final double ALPHA = 0.02;

  @Param({Ewmas.OURS, Ewmas.SYNCHRONIZED, Ewmas.LOCK, Ewmas.NAIVE_CAS, Ewmas.DROPWIZARD})
  public String subject;

  private Average average;

  @Setup
  public void create() {
    average = Ewmas.create(subject, ALPHA);
  }

  static Object structure(String subject) {
    Average average = Ewmas.create(subject, ALPHA);
    return average instanceof LatchlessEwma ours ? ours.ewma() : average;
  }

  @Benchmark
  public void record(SampleLatencies latencies) {
    average.record((double) latencies.next());
  }
}
