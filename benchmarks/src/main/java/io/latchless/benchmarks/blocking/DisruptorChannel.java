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
 * LMAX's Disruptor for any number of producers, as the others are, whose consumer parks. What its
 * own event processor does is done here by the thread that takes: it waits once for all that has
 * been published, and gives the slots back when it has been through them.
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
   * @param capacity a power of two
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
      // It may come back with less, if a later position was published before this one.
      while (published < next) {
        published = barrier.waitFor(next);
      }
    } catch (AlertException | TimeoutException e) {
      throw new AssertionError("nobody alerts, and nothing was to time out", e);
    }
  }
}
