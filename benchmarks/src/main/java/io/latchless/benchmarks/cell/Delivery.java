package io.latchless.benchmarks.cell;

/**
 * How a listener of a {@link Cell} is told.
 *
 * @param <N> the kind of value
 * @param <L> the kind of listener
 */
public interface Delivery<N, L> {
  /** The first call: the value from which the listener follows. */
  void start(L listener, N now);

  /** Every further call: one value and its successor. */
  void change(L listener, N from, N to);
}
