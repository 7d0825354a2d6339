package io.latchless.benchmarks.cell;

/**
 * Calls the listeners of a {@link Cell}.
 *
 * @param <N> the type of the value
 * @param <L> the type of the listeners
 */
public interface CellDelivery<N, L> {
  /** Makes the first call to a listener, with the current value. */
  void start(L listener, N now);

  /** Makes every further call to a listener, with a value and its successor. */
  void change(L listener, N from, N to);
}
