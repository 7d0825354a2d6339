package io.latchless.benchmarks.ring;

import io.latchless.ringbuffer.RingBuffer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.varhandle.MpmcVarHandleArrayQueue;

/** The operations on batches that JCTools has as well. */
interface Batches<E> {
  int fill(Supplier<? extends E> supplier, int limit);

  int drain(Consumer<? super E> consumer, int limit);

  /** A new empty queue. */
  static <E> Batches<E> create(String name, int capacity) {
    return switch (name) {
      case Rings.JCTOOLS -> of(new MpmcArrayQueue<>(capacity));
      case Rings.JCTOOLS_VAR_HANDLE -> of(new MpmcVarHandleArrayQueue<>(capacity));
      default -> of(Rings.<E>ring(name, capacity));
    };
  }

  private static <E> Batches<E> of(RingBuffer<E> ring) {
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

  private static <E> Batches<E> of(MessagePassingQueue<E> queue) {
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
