package io.latchless.stress.lincheck;

import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.LockFreeRingBuffer;
import io.latchless.ringbuffer.MpmcRingBuffer;
import io.latchless.ringbuffer.OverwritingRingBuffer;
import io.latchless.ringbuffer.RingBuffer;
import io.latchless.stress.subjects.HistorySubject;
import io.latchless.stress.subjects.RingSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The models of the library's queues. */
final class RingModels {
  private RingModels() {}

  /** {@link MpmcRingBuffer}. */
  public static final class OfMpmc extends Batches {
    public OfMpmc() {
      super(new MpmcRingBuffer<>(CAPACITY));
    }
  }

  /**
   * {@link MpmcRingBuffer} with removal from the middle, of elements that occur once. Of two equal
   * elements a search may miss each in turn, although one is always present.
   */
  public static final class OfMpmcWithRemoval extends RingModel {
    private final MpmcRingBuffer<Integer> ring;

    public OfMpmcWithRemoval() {
      this(new MpmcRingBuffer<>(3 * CAPACITY));
    }

    private OfMpmcWithRemoval(MpmcRingBuffer<Integer> ring) {
      super(RingSubject.of(ring));
      this.ring = ring;
      for (int i = 1; i <= CAPACITY; i++) {
        ring.add(i);
      }
    }

    @Operation
    public boolean remove(@Param(gen = IntGen.class, conf = "1:2") int element) {
      return ring.remove((Object) element);
    }
  }

  /** {@link MpmcRingBuffer} with a capacity that is not a power of two. */
  public static final class OfOddMpmc extends RingModel.WithSize {
    public OfOddMpmc() {
      super(RingSubject.of(new MpmcRingBuffer<>(CAPACITY + 1)));
    }
  }

  /** {@link LockFreeRingBuffer}, whose {@code fill} may exceed the capacity. */
  public static final class OfLockFree extends RingModel.WithSize {
    private final LockFreeRingBuffer<Integer> ring;

    public OfLockFree() {
      this(new LockFreeRingBuffer<>(CAPACITY));
    }

    private OfLockFree(LockFreeRingBuffer<Integer> ring) {
      super(RingSubject.of(ring));
      this.ring = ring;
    }

    @Operation
    public int drain() {
      return Batches.drainOne(ring);
    }

    @Operation
    public int pollIfFull() {
      Integer oldest = ring.pollIfFull();
      return oldest == null ? 0 : oldest;
    }
  }

  /** The non-blocking operations of {@link BlockingRingBuffer}. */
  public static final class OfBlocking extends RingModel.WithSize {
    public OfBlocking() {
      super(RingSubject.of(new BlockingRingBuffer<>(CAPACITY)));
    }
  }

  /** {@link OverwritingRingBuffer} with a writer in each thread. */
  public static final class OfOverwriting {
    private final OverwritingRingBuffer<Integer> ring = new OverwritingRingBuffer<>(2);

    @Operation
    public void add(@Param(gen = IntGen.class, conf = "1:9") int element) {
      ring.add(element);
    }

    /** Not compared: the elements returned are not from one moment, as documented. */
    @Operation
    public void look() {
      var unused = ring.newest(2);
    }

    @Operation
    public long written() {
      return ring.written();
    }

    @Operation
    public long overwritten() {
      return ring.overwritten();
    }

    @Operation
    public int size() {
      return ring.size();
    }
  }

  /** {@link OverwritingRingBuffer} with one writer, which adds elements in order. */
  public static final class OfHistory extends HistoryModel {
    public OfHistory() {
      super(HistorySubject.of(new OverwritingRingBuffer<>(CAPACITY)));
    }
  }

  /** {@link MpmcRingBuffer} with capacity one, which laps with every element. */
  public static final class OfLappingMpmc extends OneProducerModel.WithSize {
    public OfLappingMpmc() {
      super(RingSubject.of(new MpmcRingBuffer<>(1)));
    }
  }

  /**
   * Adds batches of one element, which are atomic; larger ones are atomic for each element only.
   */
  abstract static class Batches extends RingModel.WithSize {
    private final RingBuffer<Integer> ring;

    Batches(RingBuffer<Integer> ring) {
      super(RingSubject.of(ring));
      this.ring = ring;
    }

    @Operation
    public int drain() {
      return drainOne(ring);
    }

    static int drainOne(RingBuffer<Integer> ring) {
      int[] drained = {RingSubject.NOTHING};
      ring.drain(element -> drained[0] = element, 1);
      return drained[0];
    }

    @Operation
    public int fill(@Param(gen = IntGen.class, conf = "11:19") int element) {
      return ring.fill(() -> element, 1);
    }
  }
}
