package io.latchless.benchmarks.requests;

/** What {@code RequestMetrics} do, for ours, the mutexes and the peers alike. */
public interface Requests {
  /** Records a request. */
  void record(boolean success, long bytes, long nanos);

  /** All that has been recorded. */
  RequestFigures figures();
}
