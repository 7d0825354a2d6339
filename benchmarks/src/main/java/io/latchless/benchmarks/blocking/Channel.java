package io.latchless.benchmarks.blocking;

/**
 * The operations of a {@link java.util.concurrent.BlockingQueue} that a Disruptor supports too, as
 * long as only one thread at a time takes.
 */
interface Channel<E> {
  /** Adds an element, waiting for space if needed. */
  void put(E element) throws InterruptedException;

  /** Removes an element, waiting for one if needed. */
  E take() throws InterruptedException;
}
