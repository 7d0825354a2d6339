package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.RingSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a queue with capacity two. */
public abstract class RingModel {
  /** The capacity: small enough for both the full and the empty queue to occur. */
  static final int CAPACITY = 2;

  private final RingSubject ring;

  protected RingModel(RingSubject ring) {
    this.ring = ring;
  }

  @Operation
  public boolean offer(@Param(gen = IntGen.class, conf = "3:9") int element) {
    return ring.offer(element);
  }

  @Operation
  public int poll() {
    return ring.poll();
  }

  @Operation
  public int peek() {
    return ring.peek();
  }

  /** The same operations, and the size. */
  public abstract static class WithSize extends RingModel {
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
}
