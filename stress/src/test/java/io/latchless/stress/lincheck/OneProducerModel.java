package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.OneProducerRing;
import io.latchless.stress.subjects.RingSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a queue with one producer at a time. */
public abstract class OneProducerModel {
  private final RingSubject ring;

  /** Adds one element. */
  protected OneProducerModel(RingSubject ring) {
    this.ring = ring;
    if (!ring.offer(10)) {
      throw new IllegalStateException("a new queue must have room");
    }
  }

  @Operation(nonParallelGroup = "producer")
  public boolean offer(@Param(gen = IntGen.class, conf = "1:9") int element) {
    return ring.offer(element);
  }

  @Operation
  public int poll() {
    return ring.poll();
  }

  /** The same operations, and the size. */
  public abstract static class WithSize extends OneProducerModel {
    private final RingSubject ring;

    protected WithSize(RingSubject ring) {
      super(ring);
      this.ring = ring;
    }

    @Operation
    public int size() {
      return ring.size();
    }
  }

  /** The same operations, and the removal from a full queue. */
  public abstract static class WithPollIfFull extends OneProducerModel {
    private final OneProducerRing ring;

    protected WithPollIfFull(OneProducerRing ring) {
      super(ring);
      this.ring = ring;
    }

    @Operation
    public int pollIfFull() {
      return ring.pollIfFull();
    }
  }
}
