package io.latchless.benchmarks.ring;

import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.LockFreeRingBuffer;
import io.latchless.ringbuffer.MpmcRingBuffer;
import io.latchless.ringbuffer.RingBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.varhandle.MpmcVarHandleArrayQueue;

/** Creates queues from their names in the contests. */
public final class Rings {
  /** The fast ring. */
  public static final String MPMC = "MpmcRingBuffer";

  /** The lock-free ring. */
  public static final String LOCK_FREE = "LockFreeRingBuffer";

  /** The ring with blocking operations. */
  public static final String BLOCKING = "BlockingRingBuffer";

  /** The JDK's circular array behind one lock. */
  public static final String ARRAY_BLOCKING_QUEUE = "ArrayBlockingQueue";

  /** The JDK's linked list behind two locks, one for each end. */
  public static final String LINKED_BLOCKING_QUEUE = "LinkedBlockingQueue";

  /** The JDK's lock-free queue, which is never full. */
  public static final String LINKED_TRANSFER_QUEUE = "LinkedTransferQueue";

  /** The default capacity. */
  public static final int CAPACITY = 1_024;

  static final String JCTOOLS = "JCTools";
  static final String JCTOOLS_VAR_HANDLE = "JCTools VarHandle";
  static final String AGRONA = "Agrona";
  static final String SYNCHRONIZED = "synchronized";

  /** The names of the queues with our batch operations. */
  static final List<String> WITH_BATCHES =
      List.of(MPMC, LOCK_FREE, SYNCHRONIZED, JCTOOLS, JCTOOLS_VAR_HANDLE);

  /** The names of the bounded queues. */
  static final List<String> BOUNDED =
      List.of(
          MPMC,
          LOCK_FREE,
          BLOCKING,
          SYNCHRONIZED,
          ARRAY_BLOCKING_QUEUE,
          LINKED_BLOCKING_QUEUE,
          JCTOOLS,
          JCTOOLS_VAR_HANDLE,
          AGRONA);

  /** The JVM flag that Agrona needs. */
  static final String OPEN_FOR_AGRONA = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

  private Rings() {}

  /** Creates an empty queue. */
  public static <E> Queue<E> queue(String name, int capacity) {
    return switch (name) {
      case MPMC, LOCK_FREE, SYNCHRONIZED -> ring(name, capacity);
      case JCTOOLS -> new MpmcArrayQueue<>(capacity);
      case JCTOOLS_VAR_HANDLE -> new MpmcVarHandleArrayQueue<>(capacity);
      case AGRONA -> new ManyToManyConcurrentArrayQueue<>(capacity);
      default -> blocking(name, capacity);
    };
  }

  /** Creates an empty queue with our batch operations. */
  public static <E> RingBuffer<E> ring(String name, int capacity) {
    return switch (name) {
      case MPMC -> new MpmcRingBuffer<>(capacity);
      case LOCK_FREE -> new LockFreeRingBuffer<>(capacity);
      case SYNCHRONIZED -> new SynchronizedRing<>(capacity);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Creates an empty queue with blocking operations. */
  public static <E> BlockingQueue<E> blocking(String name, int capacity) {
    return switch (name) {
      case BLOCKING -> new BlockingRingBuffer<>(capacity);
      case ARRAY_BLOCKING_QUEUE -> new ArrayBlockingQueue<>(capacity);
      case LINKED_BLOCKING_QUEUE -> new LinkedBlockingQueue<>(capacity);
      case LINKED_TRANSFER_QUEUE -> new LinkedTransferQueue<>();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
