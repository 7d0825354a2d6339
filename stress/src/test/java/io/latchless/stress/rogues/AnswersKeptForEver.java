package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.AnswerTable;
import java.util.concurrent.Executor;

/** Keeps a request in its table when it is over. */
@Rogue(trap = "a table of requests that grows", caughtBy = BusRoguesTest.class)
public final class AnswersKeptForEver extends AnswerTable {
  public AnswersKeptForEver(Executor executor) {
    super(executor);
  }

  @Override
  protected void forget(long id) {}
}
