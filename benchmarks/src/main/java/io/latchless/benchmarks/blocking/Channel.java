package io.latchless.benchmarks.blocking;

/**
 * The part of a {@link java.util.concurrent.BlockingQueue} that a Disruptor can do as well, if one
 * thread at a time takes.
 */
interface Channel<E> {
  /** Waits for room. */
  void put(E element) throws InterruptedException;

  /** Waits for an element. */
  E take() throws InterruptedException;
}
