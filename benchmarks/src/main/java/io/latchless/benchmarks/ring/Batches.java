package io.latchless.benchmarks.ring;

import io.latchless.ringbuffer.RingBuffer;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jctools.queues.MessagePassingQueue;

/** The batch operations that JCTools has too. */
interface Batches<E> {
  int fill(Supplier<? extends E> supplier, int limit);

  int drain(Consumer<? super E> consumer, int limit);

  /** Returns the batch operations of a queue that has them. */
  static <E> Batches<E> of(Queue<E> queue) {
    if (queue instanceof RingBuffer<E> ring) {
      return ofRing(ring);
    }
    if (queue instanceof MessagePassingQueue<?>) {
      @SuppressWarnings("unchecked") // the queue and its batches have the same element type
      MessagePassingQueue<E> theirs = (MessagePassingQueue<E>) queue;
      return ofTheirs(theirs);
    }
    throw new IllegalArgumentException(queue.getClass() + " has no batch operations");
  }

  private static <E> Batches<E> ofRing(RingBuffer<E> ring) {
    return new Batches<>() {
      @Override
      public int fill(Supplier<? extends E> supplier, int limit) {
        return ring.fill(supplier, limit);
      }

      @Override
      public int drain(Consumer<? super E> consumer, int limit) {
        return ring.drain(consumer, limit);
      }
    };
  }

  private static <E> Batches<E> ofTheirs(MessagePassingQueue<E> queue) {
    return new Batches<>() {
      @Override
      public int fill(Supplier<? extends E> supplier, int limit) {
        return queue.fill(supplier::get, limit);
      }

      @Override
      public int drain(Consumer<? super E> consumer, int limit) {
        return queue.drain(consumer::accept, limit);
      }
    };
  }
}
