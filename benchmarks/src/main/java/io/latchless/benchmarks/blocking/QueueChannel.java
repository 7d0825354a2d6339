package io.latchless.benchmarks.blocking;

import java.util.concurrent.BlockingQueue;

/** Adapts any blocking queue, ours included. */
record QueueChannel<E>(BlockingQueue<E> queue) implements Channel<E> {
  @Override
  public void put(E element) throws InterruptedException {
    queue.put(element);
  }

  @Override
  public E take() throws InterruptedException {
    return queue.take();
  }
}
