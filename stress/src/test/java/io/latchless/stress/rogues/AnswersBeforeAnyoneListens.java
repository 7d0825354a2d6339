package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.AnswerTable;
import java.util.concurrent.Executor;

/** Asks first, and listens to answers second. */
@Rogue(trap = "answers sent before anyone listens to them", caughtBy = BusRoguesTest.class)
public final class AnswersBeforeAnyoneListens extends AnswerTable {
  public AnswersBeforeAnyoneListens(Executor executor) {
    super(executor);
  }

  @Override
  protected void begin(long id, Pending pending) {
    ask(id);
    listen(id, pending);
  }
}
