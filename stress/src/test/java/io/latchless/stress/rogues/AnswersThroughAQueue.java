package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.AnswerTable;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;

/** Publishes answers as events, through a queue that may be full. */
@Rogue(
    trap = "answers published as events: dropped when the queue is full",
    caughtBy = BusRoguesTest.class)
public final class AnswersThroughAQueue extends AnswerTable {
  private final Queue<Runnable> queue = new ArrayBlockingQueue<>(1);

  public AnswersThroughAQueue(Executor executor) {
    super(executor);
  }

  @Override
  protected void answer(long id, String name) {
    if (queue.offer(() -> super.answer(id, name))) {
      executor.execute(() -> queue.remove().run());
    }
  }
}
