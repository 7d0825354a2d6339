package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Waiters;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link BlockingQueue} over a {@link MpmcRingBuffer}, which can be closed.
 *
 * <pre>{@code
 * BlockingRingBuffer<Job> jobs = new BlockingRingBuffer<>(256);
 * jobs.put(job);                       // waits for room
 * jobs.close();                        // no more jobs; those that are in can still be taken
 * try {
 *   while (true) {
 *     jobs.take().run();               // waits for a job
 *   }
 * } catch (RingBufferClosedException drained) {
 *   // closed, and nothing left
 * }
 * }</pre>
 *
 * <p>Threads that wait are parked, and a virtual thread gives its carrier up. Which of several
 * waiting threads gets an element, or room, is not defined: the one that has waited longest is
 * woken, but one that has just come may be faster. The queue can be that of a {@link
 * java.util.concurrent.ThreadPoolExecutor}; then leave it to the executor and do not close it.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of each
 *   <tr><th scope="row">Bound<td>the capacity, any number from 1 to 2<sup>30</sup>, exactly
 *   <tr><th scope="row">Progress<td>{@code put}, {@code take} and the timed operations block; the others
 *       like those of {@link MpmcRingBuffer}, and lock-free while one waiting thread is woken
 *   <tr><th scope="row">Linearizable<td>{@code put}, {@code offer}, {@code take}, {@code poll}, {@code
 *       peek}, {@code close}, {@code isClosed}; {@code drainTo} and {@code drain} element by element
 *   <tr><th scope="row">Happens-before<td>what a thread did before it put an element in happens before
 *       what another does after it took or saw that element; what a thread did before {@code close}
 *       happens before what another does after it was told that the queue is closed
 *   <tr><th scope="row">Allocation<td>none after construction, except iterators and where a thread has to
 *       wait
 *   <tr><th scope="row">Complexity<td>constant; {@code remove(Object)} and {@code contains}: linear
 *   <tr><th scope="row">Memory<td>that of {@link MpmcRingBuffer} and about 460 bytes
 *   <tr><th scope="row">Null or false means<td>{@code poll}: empty, or the time was up, or closed and
 *       drained; {@code offer}: full, or the time was up. An {@code offer} or {@code put} into a closed
 *       queue throws {@link RingBufferClosedException}
 * </table>
 *
 * @param <E> the type of the elements
 */
public final class BlockingRingBuffer<E> extends AbstractQueue<E>
    implements BlockingQueue<E>, RingBuffer<E>, AutoCloseable {
  /*
   * The ring does the work; this class adds whom to wake. A waiter enlists and tries once more before
   * it parks; whoever has changed the ring looks for waiters afterwards. For no wake-up to be lost, at
   * least one of the two must see the other, which needs a full fence on each side. The one of the
   * changing side is the compare-and-set by which it claims its position, so that an operation
   * nobody waits for pays for one read of a count and no more. The waiter, on its last try, may
   * therefore see a position that is claimed and an element that is not there yet; the ring does not
   * answer "empty" then, but waits for it.
   *
   * Parking and waking cost microseconds, so a thread looks a few times more before it parks, and
   * yields in between, because the other side may need the very core.
   *
   * One element wakes one consumer. Whoever stops waiting, with an element or without, may have been
   * woken for one that it does not take, so it looks once more after it has left the list, and passes
   * the wake-up on. The same holds for room and producers.
   */

  private static final Object CLOSED = new Object();
  private static final int LOOKS_BEFORE_PARKING = 32;

  private final MpmcRingBuffer<E> ring;
  private final Waiters<Object> consumers = new Waiters<>();
  private final Waiters<Object> producers = new Waiters<>();

  /**
   * An empty, open queue.
   *
   * @param capacity how many elements there is room for, from 1 to 2<sup>30</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public BlockingRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Begins at any position, so that tests need not wait for an overflow. */
  BlockingRingBuffer(int capacity, long start) {
    ring = new MpmcRingBuffer<>(capacity, start);
  }

  @Override
  public int capacity() {
    return ring.capacity();
  }

  /**
   * Puts an element in if there is room.
   *
   * @param element the element
   * @return false if the queue is full
   * @throws RingBufferClosedException if the queue is closed
   */
  @Override
  public boolean offer(E element) {
    if (ring.offer(element)) {
      consumers.wakeOne(ring);
      return true;
    }
    if (ring.isClosed()) {
      throw closed();
    }
    return false;
  }

  /**
   * Puts an element in, waiting for room if necessary.
   *
   * @param element the element
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws RingBufferClosedException if the queue is closed, or becomes so while waiting
   */
  @Override
  public void put(E element) throws InterruptedException {
    boolean done;
    do {
      done = offerNanos(element, Long.MAX_VALUE);
    } while (!done);
  }

  /**
   * Puts an element in, waiting for room if necessary.
   *
   * @param element the element
   * @param timeout how long to wait at most; zero and less only tries
   * @param unit of the timeout
   * @return false if the time was up
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws RingBufferClosedException if the queue is closed, or becomes so while waiting
   */
  @Override
  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    return offerNanos(element, unit.toNanos(timeout));
  }

  private boolean offerNanos(E element, long nanos) throws InterruptedException {
    requireNonNull(element, "element");
    throwIfInterrupted();
    if (offer(element)) {
      return true;
    }
    if (nanos <= 0) {
      return false;
    }
    Object outcome;
    try {
      outcome = look(() -> offered(element));
      if (outcome == null) {
        outcome = producers.park(changed -> true, () -> offered(element), nanos);
      }
    } finally {
      if (remainingCapacity() > 0) {
        producers.wakeOne(ring);
      }
    }
    if (outcome == CLOSED) {
      throw closed();
    }
    if (outcome == null) {
      return false;
    }
    consumers.wakeOne(ring);
    return true;
  }

  private @Nullable Object offered(E element) {
    if (ring.offer(element)) {
      return element;
    }
    return ring.isClosed() ? CLOSED : null;
  }

  @Override
  public @Nullable E poll() {
    E element = ring.poll();
    if (element != null) {
      producers.wakeOne(ring);
    }
    return element;
  }

  /**
   * Takes the oldest element, waiting for one if necessary.
   *
   * @return the element
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws RingBufferClosedException if the queue is closed and there is none left
   */
  @Override
  public E take() throws InterruptedException {
    Object outcome;
    do {
      outcome = pollNanos(Long.MAX_VALUE);
    } while (outcome == null);
    if (outcome == CLOSED) {
      throw closed();
    }
    return element(outcome);
  }

  /**
   * Takes the oldest element, waiting for one if necessary.
   *
   * @param timeout how long to wait at most; zero and less only looks
   * @param unit of the timeout
   * @return the element; null if the time was up, or at once if the queue is closed and there is
   *     none left
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  @Override
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    Object outcome = pollNanos(unit.toNanos(timeout));
    return outcome == CLOSED || outcome == null ? null : element(outcome);
  }

  private @Nullable Object pollNanos(long nanos) throws InterruptedException {
    throwIfInterrupted();
    Object outcome = polled();
    if (outcome == null && nanos > 0) {
      try {
        outcome = look(this::polled);
        if (outcome == null) {
          outcome = consumers.park(changed -> true, this::polled, nanos);
        }
      } finally {
        if (!ring.isEmpty()) {
          consumers.wakeOne(ring);
        }
      }
    }
    if (outcome != null && outcome != CLOSED) {
      producers.wakeOne(ring);
    }
    return outcome;
  }

  @SuppressWarnings("ThreadPriorityCheck") // yields for a bounded time, and is right without
  private static @Nullable Object look(Waiters.Attempt<Object> attempt) {
    Object outcome = null;
    for (int looks = 0; outcome == null && looks < LOOKS_BEFORE_PARKING; looks++) {
      Thread.yield();
      outcome = attempt.tryNow();
    }
    return outcome;
  }

  /** Closed is asked first: what is empty after it was closed stays so. */
  private @Nullable Object polled() {
    boolean closed = ring.isClosed();
    E element = ring.poll();
    return element == null && closed ? CLOSED : element;
  }

  @SuppressWarnings("unchecked") // it is what the ring has given out
  private E element(Object outcome) {
    return (E) outcome;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /**
   * Refuses elements from now on, and tells so all who wait for room. Elements that are in can
   * still be taken; those who wait for more are told once there are none left. Closing again does
   * nothing.
   */
  @Override
  public void close() {
    if (ring.close()) {
      consumers.changed(ring);
      producers.changed(ring);
    }
  }

  /**
   * Whether the queue refuses elements.
   *
   * @return true from the first {@link #close()} on
   */
  public boolean isClosed() {
    return ring.isClosed();
  }

  private RingBufferClosedException closed() {
    return new RingBufferClosedException("the queue is closed, with " + size() + " elements left");
  }

  /**
   * How many threads wait at the moment, for monitoring.
   *
   * @return an estimate while waiters come and go, exact when none do
   */
  public int waiterCount() {
    return consumers.count() + producers.count();
  }

  @Override
  public int drain(Consumer<? super E> consumer, int limit) {
    try {
      return ring.drain(consumer, limit);
    } finally {
      producers.wakeOne(ring);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws RingBufferClosedException if the queue is closed
   */
  @Override
  public int fill(Supplier<? extends E> supplier, int limit) {
    int filled;
    try {
      filled = ring.fill(supplier, limit);
    } finally {
      consumers.wakeOne(ring);
    }
    if (filled == 0 && ring.isClosed()) {
      throw closed();
    }
    return filled;
  }

  @Override
  public int drainTo(Collection<? super E> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  @Override
  public int drainTo(Collection<? super E> target, int limit) {
    requireNonNull(target, "target");
    if (target == this) {
      throw new IllegalArgumentException("target must be another collection, was this queue");
    }
    return drain(target::add, Math.max(limit, 0));
  }

  @Override
  public @Nullable E peek() {
    return ring.peek();
  }

  /**
   * How many elements could be put in at the moment without waiting.
   *
   * @return an estimate while elements come and go, exact when none do
   */
  @Override
  public int remainingCapacity() {
    return ring.capacity() - ring.slotsInUse();
  }

  @Override
  public int size() {
    return ring.size();
  }

  @Override
  public boolean isEmpty() {
    return ring.isEmpty();
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return ring.contains(element);
  }

  @Override
  public boolean remove(@Nullable Object element) {
    boolean removed = ring.remove(element);
    if (removed) {
      producers.wakeOne(ring);
    }
    return removed;
  }

  @Override
  public Iterator<E> iterator() {
    Iterator<E> elements = ring.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return elements.hasNext();
      }

      @Override
      public E next() {
        return elements.next();
      }

      @Override
      public void remove() {
        elements.remove();
        producers.wakeOne(ring);
      }
    };
  }
}
