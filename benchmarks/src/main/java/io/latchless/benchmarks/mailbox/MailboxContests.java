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
            .asks("How fast do values pass from one thread to another through one slot?")
            .does(
                "one thread offers and one polls; each retries until it succeeds, yielding after 64"
                    + " tries; each offer and each poll counts as one operation")
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
