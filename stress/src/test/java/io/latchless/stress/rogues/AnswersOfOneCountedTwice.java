package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.AnswerTable;
import java.util.concurrent.Executor;

/** Counts answers by registration, and not by responder. */
@Rogue(trap = "two answers of one responder counted as two", caughtBy = BusRoguesTest.class)
public final class AnswersOfOneCountedTwice extends AnswerTable {
  private int registrations;

  public AnswersOfOneCountedTwice(Executor executor) {
    super(executor);
  }

  @Override
  public void respond(String name) {
    super.respond(name + ++registrations);
  }
}
