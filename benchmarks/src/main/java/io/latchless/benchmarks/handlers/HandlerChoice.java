package io.latchless.benchmarks.handlers;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** The candidates for handlers by topic. */
public final class HandlerChoice implements ChoiceSource {
  @Override
  public Choice choice() {
    return new Choice(
        StructureKind.HANDLERS,
        Dispatch.class,
        "share",
        "handlers",
        List.of(
            Candidate.ours(
                    Dispatchers.OURS, "a dispatch is one read, one lookup and a loop over an array")
                .cannot("wait until a closed handler is no longer called"),
            Candidate.mutex(
                Dispatchers.LOCK, "a change copies the list of one topic and nothing else"),
            Candidate.mutex(
                Dispatchers.READ_WRITE_LOCK, "dispatching threads need not wait for each other"),
            Candidate.jdk(
                    Dispatchers.LISTS,
                    "a dispatch takes no lock, and a change copies the list of one topic")
                .canBeHeldUp()
                .cannot(
                    "order by priority, batch changes, close twice, go on past a stopped subscriber")),
        Dispatch::structure);
  }
}
