package io.latchless.benchmarks.blocking;

import static java.util.Objects.requireNonNull;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * LMAX's Disruptor for any number of producers, like the other channels, with a consumer that
 * parks. The taking thread does the work of Disruptor's event processor: it waits once for
 * everything published so far, and gives the slots back after consuming all of them.
 */
final class DisruptorChannel<E> implements Channel<E> {
  /** A preallocated event that carries an element. */
  private static final class Slot<E> {
    private @Nullable E element;
  }

  private final RingBuffer<Slot<E>> ring;
  private final SequenceBarrier barrier;
  private final Sequence taken = new Sequence();
  private long position = taken.get();
  private long published = position;

  /**
   * @param capacity the capacity, a power of two
   */
  DisruptorChannel(int capacity) {
    ring = RingBuffer.createMultiProducer(Slot::new, capacity, new BlockingWaitStrategy());
    barrier = ring.newBarrier();
    ring.addGatingSequences(taken);
  }

  @Override
  public void put(E element) {
    long claimed = ring.next();
    ring.get(claimed).element = element;
    ring.publish(claimed);
  }

  @Override
  public E take() throws InterruptedException {
    long next = position + 1;
    awaitPublished(next);
    Slot<E> slot = ring.get(next);
    E element = requireNonNull(slot.element);
    slot.element = null;
    position = next;
    if (next == published) {
      taken.set(next);
    }
    return element;
  }

  private void awaitPublished(long next) throws InterruptedException {
    try {
      // The wait may end below the requested position if a later one was published first.
      while (published < next) {
        published = barrier.waitFor(next);
      }
    } catch (AlertException | TimeoutException e) {
      throw new AssertionError("the barrier was alerted or timed out, which nothing here does", e);
    }
  }
}
