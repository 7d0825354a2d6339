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
 * <p>{@code size} is exact while nobody adds or takes, and otherwise true of a moment during the
 * call, never below zero or above the capacity. Iterators are weakly consistent: they disturb
 * nobody, show each element at most once and in order, and may or may not show what comes or goes
 * meanwhile.
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
   * <p>but several elements are taken by one atomic instruction. The consumer runs while nothing is
   * held up, so it may take its time and may use this queue. If it throws, it is still given the
   * elements that have been taken together with that one, so that none is lost; then the first
   * exception is thrown, with later ones as suppressed.
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
   * <p>but room for several elements is taken by one atomic instruction, and the supplier is called
   * only for elements that have room. Until it returns it may hold up those who take elements, so
   * it must be quick and must not use this queue. If it throws or returns null, what it has
   * supplied before stays in the queue, and the exception is thrown.
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
