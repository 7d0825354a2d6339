package io.latchless.benchmarks.mailbox;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import java.util.List;

/** Contests of {@code Mailbox}. */
public final class MailboxContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        Contest.named("primitives/mailbox/hand-over-1x1")
            .asks("How fast do values pass through one slot from one thread to another?")
            .does(
                "one thread offers and one polls; each tries until it succeeds, 64 times at once and"
                    + " then yielding; putting in and taking out count as one operation each")
            .benchmark(MailboxHandover.class, "handOver")
            .group("offer", 1)
            .group("poll", 1)
            .ours("Mailbox")
            .mutex("synchronized")
            .mutex("ReentrantLock")
            .peer("ArrayBlockingQueue")
            .footprint(MailboxHandover::structure)
            .build());
  }
}
