package io.latchless.benchmarks.requests;

/** The operations of {@code RequestMetrics}, for ours, the mutexes and the peers. */
public interface Requests {
  /** Records a request. */
  void record(boolean success, long bytes, long nanos);

  /** Returns the figures of all recorded requests. */
  RequestFigures figures();
}
