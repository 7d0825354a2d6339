package io.latchless.benchmarks.ring;

import io.latchless.ringbuffer.MpmcRingBuffer;
import io.latchless.ringbuffer.RingBuffer;
import io.latchless.ringbuffer.ScqRingBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.varhandle.MpmcVarHandleArrayQueue;

/** Makes bounded queues by the names that the contests give them. */
public final class Rings {
  /** The fast one. */
  public static final String MPMC = "MpmcRingBuffer";

  /** The lock-free one. */
  public static final String SCQ = "ScqRingBuffer";

  static final String JCTOOLS = "JCTools";
  static final String JCTOOLS_VAR_HANDLE = "JCTools VarHandle";
  static final String AGRONA = "Agrona";
  static final String ARRAY_BLOCKING_QUEUE = "ArrayBlockingQueue";
  static final String SYNCHRONIZED = "synchronized";

  /** What Agrona needs to be loaded. */
  static final String OPEN_FOR_AGRONA = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

  /** Where nothing else is said. */
  static final int CAPACITY = 1_024;

  private Rings() {}

  /** A new empty queue. */
  public static <E> Queue<E> queue(String name, int capacity) {
    return switch (name) {
      case JCTOOLS -> new MpmcArrayQueue<>(capacity);
      case JCTOOLS_VAR_HANDLE -> new MpmcVarHandleArrayQueue<>(capacity);
      case AGRONA -> new ManyToManyConcurrentArrayQueue<>(capacity);
      case ARRAY_BLOCKING_QUEUE -> new ArrayBlockingQueue<>(capacity);
      default -> ring(name, capacity);
    };
  }

  /** A new empty queue, of those that have our operations on batches. */
  public static <E> RingBuffer<E> ring(String name, int capacity) {
    return switch (name) {
      case MPMC -> new MpmcRingBuffer<>(capacity);
      case SCQ -> new ScqRingBuffer<>(capacity);
      case SYNCHRONIZED -> new SynchronizedRing<>(capacity);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
