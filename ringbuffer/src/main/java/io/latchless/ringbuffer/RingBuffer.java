package io.latchless.ringbuffer;

import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded first-in-first-out queue for any number of threads, with operations on batches.
 *
 * <p>{@code offer} and {@code poll} never wait for room or for an element. Null elements are
 * refused. The capacity is what was asked for, neither rounded up nor down.
 *
 * <p>{@code size} is exact while no thread adds or takes, and otherwise true of a moment during the
 * call, never below zero or above the capacity. Room that a {@code fill} has reserved counts as
 * taken. Iterators and streams are weakly consistent: they disturb no other thread, show each
 * element at most once and in order, and may or may not show what comes or goes meanwhile.
 *
 * @param <E> the type of the elements
 */
public interface RingBuffer<E> extends Queue<E> {
  /**
   * How many elements there is room for.
   *
   * @return the capacity, as given to the constructor
   */
  int capacity();

  /**
   * Takes elements out and hands them to a consumer, in order. Equivalent to
   *
   * <pre>{@code
   * int drained = 0;
   * for (E e; drained < limit && (e = poll()) != null; drained++) {
   *   consumer.accept(e);
   * }
   * return drained;
   * }</pre>
   *
   * <p>except that it ends with what was in the queue when it began, so that it ends also beside
   * busy producers. The consumer runs on the calling thread, while nothing is claimed: it may block
   * and may use this queue, and other threads see the room of its element and the elements behind
   * it. If it throws, the element that it was given is gone, and all others stay in the queue.
   *
   * @param consumer is given the elements
   * @param limit how many at most, from 0
   * @return how many elements were taken
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  int drain(Consumer<? super E> consumer, int limit);

  /**
   * Puts elements from a supplier in, in order, as long as there is room. Equivalent to
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
   * <p>except that the room of an element is reserved while the supplier makes it, and that it ends
   * with the room that there was when it began. The supplier runs on the calling thread and holds
   * up no other: it may block and may use this queue. Each element can be taken before the supplier
   * is called for the next one. If the supplier throws or returns null, what it has supplied before
   * stays in the queue, the room is given back, and the exception is thrown.
   *
   * @param supplier makes the elements
   * @param limit how many at most, from 0
   * @return how many elements were put in
   * @throws IllegalArgumentException if {@code limit} is negative
   * @throws NullPointerException if the supplier returns null
   */
  int fill(Supplier<? extends E> supplier, int limit);

  @Override
  boolean offer(E element);

  @Override
  @Nullable E poll();

  @Override
  @Nullable E peek();
}
