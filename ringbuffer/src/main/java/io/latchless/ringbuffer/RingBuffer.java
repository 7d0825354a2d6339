package io.latchless.ringbuffer;

import io.latchless.primitives.CheckReturnValue;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded first-in-first-out queue for any number of threads, with batch operations.
 *
 * <p>{@code offer} and {@code poll} never wait for room or for an element. Null elements are
 * refused. The capacity is exactly the one given to the constructor; it is never rounded.
 *
 * <p>{@code size} is exact while no thread adds or takes. Otherwise it is the size at some moment
 * during the call, never below zero or above the capacity. Room that a {@code fill} has reserved
 * counts as taken. Iterators and streams are weakly consistent: they disturb no other thread and
 * show each element at most once and in order. They may or may not show elements that are added or
 * taken meanwhile.
 *
 * @param <E> the type of the elements
 * @since 0.1.0
 */
public interface RingBuffer<E> extends Queue<E> {
  /**
   * Returns the most elements that the queue holds.
   *
   * @return the capacity, as given to the constructor
   */
  int capacity();

  /**
   * Takes elements and hands them to a consumer, in order. Equivalent to
   *
   * <pre>{@code
   * int drained = 0;
   * for (E e; drained < limit && (e = poll()) != null; drained++) {
   *   consumer.accept(e);
   * }
   * return drained;
   * }</pre>
   *
   * <p>except that it ends with the elements that the queue held at the call, so that it also ends
   * beside busy producers. The consumer runs on the calling thread, while nothing is claimed. It
   * may block and may use this queue; other threads see the room of its element and the elements
   * behind it. If the consumer throws, the element that it received is gone, and all others stay in
   * the queue.
   *
   * @param consumer receives the elements
   * @param limit the most elements to take, at least 0
   * @return how many elements were taken
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  int drain(Consumer<? super E> consumer, int limit);

  /**
   * Adds elements from a supplier, in order, as long as there is room. Equivalent to
   *
   * <pre>{@code
   * int filled = 0;
   * while (filled < limit && hasRoom()) {
   *   offer(supplier.get());
   *   filled++;
   * }
   * return filled;
   * }</pre>
   *
   * <p>except that the room of an element is reserved while the supplier makes it, and that the
   * call adds at most as many elements as there was room for when it began. The supplier runs on
   * the calling thread and holds up no other; it may block and may use this queue. Each element can
   * be taken before the supplier is called for the next one. If the supplier throws or returns
   * null, the elements that it has supplied before stay in the queue, the reserved room is
   * released, and the exception is thrown.
   *
   * @param supplier makes the elements
   * @param limit the most elements to add, at least 0
   * @return how many elements were added
   * @throws IllegalArgumentException if {@code limit} is negative
   * @throws NullPointerException if the supplier returns null
   */
  int fill(Supplier<? extends E> supplier, int limit);

  @Override
  @CheckReturnValue
  boolean offer(E element);

  /**
   * Adds an element if there is room, without ever waiting for another thread. Differs from {@code
   * offer} only while another thread is stopped in the middle of an operation on the next slot:
   * after a few looks it then answers as if the queue were full.
   *
   * @param element the element
   * @return false if the queue was full, or if the next slot was not free
   */
  @CheckReturnValue
  default boolean relaxedOffer(E element) {
    return offer(element);
  }

  @Override
  @Nullable E poll();

  /**
   * Takes the oldest element if there is one, without ever waiting for another thread. Differs from
   * {@code poll} only while another thread is stopped in the middle of an operation on the next
   * slot: after a few looks it then answers as if the queue were empty. So null does not mean that
   * the queue was empty; ask {@code isEmpty}.
   *
   * @return the element; null if there was none, or if it was not published yet
   */
  default @Nullable E relaxedPoll() {
    return poll();
  }

  /**
   * Takes the oldest element, but only if the queue is full at that moment. A producer that prefers
   * new elements to old ones makes room with it, and removes nothing from a queue that consumers
   * have just drained:
   *
   * <pre>{@code
   * while (!ring.relaxedOffer(element)) {
   *   E oldest = ring.pollIfFull();
   *   ...
   * }
   * }</pre>
   *
   * @return the element; null if the queue was not full, or if its oldest element was not published
   *     yet
   */
  @Nullable E pollIfFull();

  @Override
  @Nullable E peek();

  /**
   * Returns the oldest element without taking it and without ever waiting for another thread.
   * Differs from {@code peek} only while another thread is stopped in the middle of an operation on
   * the next slot: it then answers as if the queue were empty.
   *
   * @return the element; null if there was none, or if it was not published yet
   */
  default @Nullable E relaxedPeek() {
    return peek();
  }
}
