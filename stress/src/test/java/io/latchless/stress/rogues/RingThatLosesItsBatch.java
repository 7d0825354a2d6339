package io.latchless.stress.rogues;

import io.latchless.stress.hostile.HostileRoguesTest;
import io.latchless.stress.subjects.LockedRing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes a batch out, and loses the rest of it when the consumer throws an undeclared exception. */
@Rogue(
    trap = "a removed batch is lost when the consumer throws an undeclared exception",
    caughtBy = HostileRoguesTest.class)
public final class RingThatLosesItsBatch<E> extends LockedRing<E> {
  public RingThatLosesItsBatch(int capacity) {
    super(capacity);
  }

  @Override
  public int drain(Consumer<? super E> consumer, int limit) {
    List<E> batch = new ArrayList<>();
    for (E e; batch.size() < limit && (e = poll()) != null; ) {
      batch.add(e);
    }
    RuntimeException failure = null;
    for (E each : batch) {
      try {
        consumer.accept(each);
      } catch (RuntimeException thrown) {
        failure = thrown;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return batch.size();
  }
}
