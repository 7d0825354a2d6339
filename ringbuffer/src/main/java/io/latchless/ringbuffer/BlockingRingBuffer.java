package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.CheckReturnValue;
import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.StackRoom;
import io.latchless.primitives.internal.Waiters;
import io.latchless.ringbuffer.MpmcRingBuffer.Offer;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.Queue;
import java.util.Spliterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link BlockingQueue} on top of a {@link MpmcRingBuffer}, which can be closed.
 *
 * <pre>{@code
 * BlockingRingBuffer<Job> jobs = new BlockingRingBuffer<>(256);
 * jobs.put(job);                       // waits for room
 * jobs.close();                        // no more jobs; the queued ones can still be taken
 * try {
 *   while (true) {
 *     jobs.take().run();               // waits for a job
 *   }
 * } catch (RingBufferClosedException drained) {
 *   // closed, and nothing left
 * }
 * }</pre>
 *
 * <p>Waiting threads park; a virtual thread releases its carrier. A timed wait keeps its limit, and
 * an interrupt ends a wait, even while another thread is stopped in the middle of an operation. The
 * order in which waiting threads get elements or room is not defined: the thread that has waited
 * longest is woken, but a newcomer may be faster. For the queue of a {@link
 * java.util.concurrent.ThreadPoolExecutor}, use {@link #forExecutor}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of each
 *   <tr><th scope="row">Bound<td>exactly the capacity, any number from 1 to 2<sup>30</sup>
 *   <tr><th scope="row">Progress<td>{@code put}, {@code take} and the timed operations block; a
 *       timeout or an interrupt ends the wait in every state. {@code isClosed} is wait-free, {@code
 *       close} lock-free. The others are like those of {@link MpmcRingBuffer}, and lock-free while
 *       they wake one waiting thread
 *   <tr><th scope="row">Linearizable<td>{@code put}, {@code offer}, {@code take}, {@code poll},
 *       {@code peek}, {@code close}, {@code isClosed}, {@code isEmpty}; {@code drainTo} and {@code
 *       drain} element by element; the other counts are exact while no element or waiter comes or
 *       goes
 *   <tr><th scope="row">Happens-before<td>actions before an element is added happen before actions
 *       after another thread takes or sees that element; actions before {@code close} happen before
 *       actions after another thread learns that the queue is closed
 *   <tr><th scope="row">Allocation<td>none after construction, except by iterators and by threads
 *       that have to wait; {@code fill} as in {@link MpmcRingBuffer}
 *   <tr><th scope="row">Complexity<td>constant; {@code remove(Object)} and {@code contains} are
 *       linear
 *   <tr><th scope="row">Memory<td>that of {@link MpmcRingBuffer} and about 460 bytes
 *   <tr><th scope="row">Null or false means<td>{@code poll}: empty, timed out, or closed and
 *       drained; {@code offer}: full, or timed out. An {@code offer} or {@code put} into a closed
 *       queue throws {@link RingBufferClosedException}
 * </table>
 *
 * @param <E> the type of the elements
 * @since 0.1.0
 */
public final class BlockingRingBuffer<E> extends AbstractQueue<E>
    implements BlockingQueue<E>, RingBuffer<E>, AutoCloseable {
  /*
   * WAKE-UPS. The ring does the work; this class adds which thread to wake. A waiter enlists and
   * tries once more before it parks. A thread that has changed the ring looks for waiters
   * afterwards. At least one of the two must see the other, or a wake-up is lost; this needs a full
   * fence on each side. On the changing side the fence is the compare-and-set that claims the
   * position. So an operation that no thread waits for pays for one read of a count and no more.
   *
   *     waiter                             changing thread
   *     enlist (count + 1)                 claim a position   both are volatile read-modify-writes
   *     try once more                      publish
   *     park                               count > 0: wake one
   *
   * PENDING. On its last try the waiter may therefore see a claimed position without its element,
   * while the thread that publishes it may have read the count before. So that try answers
   * "pending", and the waiter takes short naps until the position is settled. It never waits for
   * the other thread without a limit: it keeps its deadline, and heeds an interrupt, even while
   * that thread is descheduled.
   *
   * YIELDS. Parking and waking cost microseconds. So a thread that may wait for ever looks a few
   * more times before it parks. It yields in between, because the other side may need the very
   * core. A thread with a deadline does not yield: beside busy threads each yield may take a slice
   * of their time.
   *
   * PASSING ON. One element wakes one consumer. A thread that stops waiting, with or without an
   * element, may have been woken for an element that it does not take. So it looks once more after
   * it has left the list, and passes the wake-up on. The same holds for room and producers.
   *
   * A STACK OVERFLOW after the ring has changed must not hide the change from the caller. So each
   * operation that has changed it catches the overflow of its wake-up in its own frame, and returns
   * all the same. The wake-up is then owed, see Waiters, and the next operation pays.
   *
   * RETURNS. Elements that drainTo could not put into its target come back through a queue of their
   * own, ahead of all elements in the ring.
   */

  private static final Object CLOSED = new Object();
  private static final long FOREVER = Long.MAX_VALUE;
  private static final int LOOKS_BEFORE_PARKING = 32;
  private static final int PATIENCE = 8;
  private static final long NAP_NANOS = 50_000;

  final MpmcRingBuffer<E> ring;

  private final Waiters<Object> consumers = new Waiters<>();
  private final Waiters<Object> producers = new Waiters<>();
  private final Queue<E> returned = new ConcurrentLinkedQueue<>();
  private final Runnable wakeConsumer;
  private final boolean ofAnExecutor;

  /** Whether {@code returned} was ever used; it spares most operations a look at that queue. */
  private volatile boolean anyReturned;

  /**
   * Creates an empty, open queue.
   *
   * @param capacity the most elements that the queue holds, from 1 to 2<sup>30</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public BlockingRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Starts at any position, so that tests need not wait for an overflow. */
  BlockingRingBuffer(int capacity, long start) {
    this(capacity, start, false);
  }

  private BlockingRingBuffer(int capacity, long start, boolean ofAnExecutor) {
    ring = new MpmcRingBuffer<>(capacity, start);
    wakeConsumer = () -> consumers.wakeOne(ring, true); // fillUpTo has checked the stack
    this.ofAnExecutor = ofAnExecutor;
  }

  /**
   * Creates the queue of an executor. It cannot be closed. The workers of a {@link
   * java.util.concurrent.ThreadPoolExecutor} would take a closed queue for a failure of their own,
   * and the pool would replace each of them at once, again and again. End the executor by its own
   * {@code shutdown}.
   *
   * @param capacity the most tasks that the queue holds, from 1 to 2<sup>30</sup>
   * @return the queue, whose {@code close} throws an {@link UnsupportedOperationException}
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public static BlockingQueue<Runnable> forExecutor(int capacity) {
    return new BlockingRingBuffer<>(capacity, 0, true);
  }

  @Override
  public int capacity() {
    return ring.capacity();
  }

  /**
   * Adds an element if there is room.
   *
   * @param element the element
   * @return false if the queue is full
   * @throws RingBufferClosedException if the queue is closed
   */
  @Override
  @CheckReturnValue
  public boolean offer(E element) {
    return offerNow(element, MpmcRingBuffer.UNBOUNDED);
  }

  /**
   * {@inheritDoc}
   *
   * @throws RingBufferClosedException if the queue is closed
   */
  @Override
  @CheckReturnValue
  public boolean relaxedOffer(E element) {
    return offerNow(element, MpmcRingBuffer.RELAXED);
  }

  private boolean offerNow(E element, int patience) {
    boolean hasRoom = prepareToWake(consumers, producers);
    boolean accepted = ring.tryOffer(element, patience) == Offer.ACCEPTED;
    if (accepted) {
      try {
        consumers.wakeOne(ring, hasRoom);
      } catch (StackOverflowError overflow) {
        consumers.isOwed = true;
      }
    } else if (ring.isClosed()) {
      throw closed();
    }
    return accepted;
  }

  /**
   * Adds an element, waiting for room if necessary.
   *
   * @param element the element
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws RingBufferClosedException if the queue is closed before or during the wait
   */
  @Override
  public void put(E element) throws InterruptedException {
    var unused = offerNanos(element, FOREVER);
  }

  /**
   * Adds an element, waiting up to a time limit for room if necessary.
   *
   * @param element the element
   * @param timeout how long to wait at most; with zero or less the call does not wait
   * @param unit the unit of {@code timeout}
   * @return false if the time ran out
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws RingBufferClosedException if the queue is closed before or during the wait
   */
  @Override
  @CheckReturnValue
  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    return offerNanos(element, unit.toNanos(timeout));
  }

  private boolean offerNanos(E element, long nanos) throws InterruptedException {
    long start = begin(nanos);
    requireNonNull(element, "element");
    throwIfInterrupted();
    boolean hasRoom = prepareToWake(consumers, producers);
    Offer first = ring.tryOffer(element, PATIENCE);
    Object outcome = first == Offer.ACCEPTED ? element : ring.isClosed() ? CLOSED : null;
    if (outcome == null && nanos > 0) {
      try {
        outcome = await(producers, new Offering<>(ring, element), nanos, start);
      } finally {
        try {
          passOnRoom();
        } catch (StackOverflowError overflow) {
          producers.isOwed = true;
        }
      }
    }
    if (outcome == CLOSED) {
      throw closed();
    }
    if (outcome == null) {
      return false;
    }
    try {
      consumers.wakeOne(ring, hasRoom);
    } catch (StackOverflowError overflow) {
      consumers.isOwed = true;
    }
    return true;
  }

  /** Pays what is owed. Returns whether there is known to be room on the stack to wake a thread. */
  private static boolean prepareToWake(Waiters<Object> woken, Waiters<Object> others) {
    others.payIfOwed();
    return woken.requireStack();
  }

  private void passOnRoom() {
    if (remainingCapacity() > 0) {
      producers.wakeOne(ring);
    }
  }

  /** Tries to add an element, for a thread that waits for room. */
  private static final class Offering<E> implements Waiters.Attempt<Object> {
    private final MpmcRingBuffer<E> ring;
    private final E element;
    private boolean pending;

    Offering(MpmcRingBuffer<E> ring, E element) {
      this.ring = ring;
      this.element = element;
    }

    @Override
    public @Nullable Object tryNow() {
      Offer offer = ring.tryOffer(element, PATIENCE);
      pending = offer == Offer.PENDING;
      if (offer == Offer.ACCEPTED) {
        return element;
      }
      return ring.isClosed() ? CLOSED : null;
    }

    @Override
    public long longestParkNanos() {
      return pending ? NAP_NANOS : Long.MAX_VALUE;
    }
  }

  private static <N> @Nullable Object await(
      Waiters<N> waiters, Waiters.Attempt<Object> attempt, long nanos, long start)
      throws InterruptedException {
    if (nanos == FOREVER) {
      Object outcome = look(attempt);
      return outcome == null ? waiters.park(changed -> true, attempt, FOREVER) : outcome;
    }
    return waiters.park(changed -> true, attempt, nanos - (System.nanoTime() - start));
  }

  @SuppressWarnings("ThreadPriorityCheck") // a bounded number of yields; correct without them
  private static @Nullable Object look(Waiters.Attempt<Object> attempt)
      throws InterruptedException {
    Object outcome = null;
    for (int looks = 0; outcome == null && looks < LOOKS_BEFORE_PARKING; looks++) {
      Thread.yield();
      throwIfInterrupted();
      outcome = attempt.tryNow();
    }
    return outcome;
  }

  @Override
  public @Nullable E poll() {
    return pollNow(MpmcRingBuffer.UNBOUNDED, 0);
  }

  @Override
  public @Nullable E relaxedPoll() {
    return pollNow(MpmcRingBuffer.RELAXED, 0);
  }

  @Override
  public @Nullable E pollIfFull() {
    return pollNow(MpmcRingBuffer.RELAXED, ring.capacity());
  }

  @SuppressWarnings("unchecked") // neither null nor a mark, so an element
  private @Nullable E pollNow(int patience, int least) {
    boolean hasRoom = prepareToWake(producers, consumers);
    Object found = anyReturned && least == 0 ? returned.poll() : null;
    if (found == null) {
      found = ring.tryPoll(patience, least);
    }
    if (found == null || found == MpmcRingBuffer.PENDING) {
      return null;
    }
    try {
      producers.wakeOne(ring, hasRoom);
    } catch (StackOverflowError overflow) {
      producers.isOwed = true;
    }
    return (E) found; // not by a call, for which the stack might have no room
  }

  /**
   * Takes the oldest element, waiting for one if necessary.
   *
   * @return the element
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws RingBufferClosedException if the queue is closed and empty
   */
  @Override
  public E take() throws InterruptedException {
    Object outcome = requireNonNull(pollNanos(FOREVER));
    if (outcome == CLOSED) {
      throw closed();
    }
    return element(outcome);
  }

  /**
   * Takes the oldest element, waiting up to a time limit for one if necessary.
   *
   * @param timeout how long to wait at most; with zero or less the call does not wait
   * @param unit the unit of {@code timeout}
   * @return the element; null if the time ran out, or at once if the queue is closed and empty
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  @Override
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    Object outcome = pollNanos(unit.toNanos(timeout));
    return outcome == CLOSED || outcome == null ? null : element(outcome);
  }

  /** Reads the clock before the first attempt, if there is a time to keep. */
  private static long begin(long nanos) {
    return nanos <= 0 || nanos == FOREVER ? 0 : System.nanoTime();
  }

  private @Nullable Object pollNanos(long nanos) throws InterruptedException {
    long start = begin(nanos);
    throwIfInterrupted();
    boolean hasRoom = prepareToWake(producers, consumers);
    Object outcome = polled();
    if (outcome == MpmcRingBuffer.PENDING) {
      outcome = null;
    }
    if (outcome == null && nanos > 0) {
      try {
        outcome = await(consumers, new Polling<>(this), nanos, start);
      } finally {
        try {
          passOnElement();
        } catch (StackOverflowError overflow) {
          consumers.isOwed = true;
        }
      }
    }
    if (outcome != null && outcome != CLOSED) {
      try {
        producers.wakeOne(ring, hasRoom);
      } catch (StackOverflowError overflow) {
        producers.isOwed = true;
      }
    }
    return outcome;
  }

  private void passOnElement() {
    if (!isEmpty()) {
      consumers.wakeOne(ring);
    }
  }

  /**
   * Returns an element, {@link MpmcRingBuffer#PENDING}, CLOSED, or null. Asks first whether the
   * queue is closed: a queue that is empty after it was closed stays empty.
   */
  private @Nullable Object polled() {
    boolean closed = ring.isClosed();
    Object element = anyReturned ? returned.poll() : null;
    if (element == null) {
      element = ring.tryPoll(PATIENCE, 0);
    }
    return element == null && closed ? CLOSED : element;
  }

  /** Tries to take an element, for a thread that waits for one. */
  private static final class Polling<E> implements Waiters.Attempt<Object> {
    private final BlockingRingBuffer<E> queue;
    private boolean pending;

    Polling(BlockingRingBuffer<E> queue) {
      this.queue = queue;
    }

    @Override
    public @Nullable Object tryNow() {
      Object outcome = queue.polled();
      pending = outcome == MpmcRingBuffer.PENDING;
      return pending ? null : outcome;
    }

    @Override
    public long longestParkNanos() {
      return pending ? NAP_NANOS : Long.MAX_VALUE;
    }
  }

  @SuppressWarnings("unchecked") // neither null nor a mark, so an element
  private E element(Object outcome) {
    return (E) outcome;
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /**
   * Refuses elements from this call on, and tells all threads that wait for room. The queued
   * elements can still be taken. Threads that wait for more learn of the close once the queue is
   * empty. Closing again does nothing.
   *
   * @throws UnsupportedOperationException if the queue was made by {@link #forExecutor}
   */
  @Override
  public void close() {
    if (ofAnExecutor) {
      throw new UnsupportedOperationException(
          "this queue belongs to an executor; end it by the executor's shutdown");
    }
    StackRoom.require();
    if (ring.close()) {
      consumers.changed(ring);
      producers.changed(ring);
    }
  }

  /**
   * Returns whether the queue refuses elements.
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
   * Returns how many threads are waiting, for monitoring.
   *
   * @return an estimate while threads start or stop waiting, exact otherwise
   */
  public int waiterCount() {
    return consumers.count() + producers.count();
  }

  @Override
  public int drain(Consumer<? super E> consumer, int limit) {
    requireNonNull(consumer, "consumer");
    Arguments.requireNotNegative(limit, "limit");
    int drained = 0;
    for (int front = returned.size(); drained < Math.min(front, limit); drained++) {
      E element = returned.poll();
      if (element == null) {
        break;
      }
      consumer.accept(element);
    }
    return drained + ring.drain(this, consumer, limit - drained);
  }

  /**
   * {@inheritDoc}
   *
   * @throws RingBufferClosedException if the queue is closed, or becomes closed while the supplier
   *     runs; the element that the supplier then returns is refused
   */
  @Override
  public int fill(Supplier<? extends E> supplier, int limit) {
    requireNonNull(supplier, "supplier");
    int filled;
    try {
      filled = ring.fillUpTo(ring.roomFor(limit), supplier, wakeConsumer);
    } finally {
      passOnRoom();
    }
    if (filled < limit && ring.isClosed()) {
      throw closed();
    }
    return filled;
  }

  @Override
  public int drainTo(Collection<? super E> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  /**
   * Moves elements to another collection. If the target refuses an element by an exception, the
   * element comes back and is the next to be taken, and the exception is thrown.
   *
   * @param target receives the elements; its {@code add} runs on the calling thread and holds up no
   *     other
   * @param limit the most elements to move; zero or less moves none
   * @return how many elements the target received: at most about as many as the queue held at the
   *     call
   * @throws IllegalArgumentException if the target is this queue
   */
  @Override
  public int drainTo(Collection<? super E> target, int limit) {
    requireNonNull(target, "target");
    if (target == this) {
      throw new IllegalArgumentException("target must be another collection, was this queue");
    }
    return drain(element -> addOrReturn(target, element), Math.max(limit, 0));
  }

  private void addOrReturn(Collection<? super E> target, E element) {
    boolean added = false;
    try {
      target.add(element);
      added = true;
    } finally {
      if (!added) {
        returned.add(element);
        anyReturned = true;
        try {
          consumers.wakeOne(ring);
        } catch (StackOverflowError overflow) {
          consumers.isOwed = true;
        }
      }
    }
  }

  @Override
  public @Nullable E peek() {
    E element = returned.peek();
    return element == null ? ring.peek() : element;
  }

  @Override
  public @Nullable E relaxedPeek() {
    E element = returned.peek();
    return element == null ? ring.relaxedPeek() : element;
  }

  /**
   * Returns how many elements could be added without waiting.
   *
   * @return an estimate while elements come and go, exact otherwise
   */
  @Override
  public int remainingCapacity() {
    return ring.capacity() - ring.size();
  }

  @Override
  public int size() {
    return Math.min(ring.size() + returned.size(), capacity());
  }

  @Override
  public boolean isEmpty() {
    return returned.isEmpty() && ring.isEmpty();
  }

  /** Removes the elements that the queue holds at the call; later ones may stay. */
  @Override
  public void clear() {
    var unused = drain(element -> {}, Integer.MAX_VALUE);
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return element != null && (returned.contains(element) || ring.contains(element));
  }

  @Override
  public boolean remove(@Nullable Object element) {
    if (element != null && returned.remove(element)) {
      return true;
    }
    boolean hasRoom = prepareToWake(producers, consumers);
    boolean removed = ring.remove(element);
    if (removed) {
      try {
        producers.wakeOne(ring, hasRoom);
      } catch (StackOverflowError overflow) {
        producers.isOwed = true;
      }
    }
    return removed;
  }

  @Override
  public Iterator<E> iterator() {
    Iterator<E> front = returned.iterator();
    Iterator<E> elements = ring.iterator();
    return new Iterator<>() {
      private Iterator<E> current = front;

      @Override
      public boolean hasNext() {
        return front.hasNext() || elements.hasNext();
      }

      @Override
      public E next() {
        current = front.hasNext() ? front : elements;
        return current.next();
      }

      @Override
      public void remove() {
        boolean hasRoom = prepareToWake(producers, consumers);
        current.remove();
        try {
          producers.wakeOne(ring, hasRoom);
        } catch (StackOverflowError overflow) {
          producers.isOwed = true;
        }
      }
    };
  }

  /** Returns a weakly consistent spliterator, which does not know its size. */
  @Override
  public Spliterator<E> spliterator() {
    return Ring.spliterator(this);
  }
}
