package io.latchless.benchmarks.status;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import io.latchless.benchmarks.workload.LocalWork;
import java.util.List;

/** Contests of {@code AtomicStatus}. */
public final class StatusContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        check("check-1-thread", 1)
            .asks("What does reading a status cost?")
            .does("one thread asks whether the status is in a given state; no thread changes it")
            .mutex("synchronized")
            .build(),
        check("check-2-threads", 2)
            .asks("Do two threads that read a status slow each other down?")
            .does("two threads ask whether the status is in a given state; no thread changes it")
            .mutex("synchronized")
            .mutex("ReentrantReadWriteLock")
            .mutex("StampedLock")
            .build(),
        transition("transition-1-thread", 1)
            .asks("What does a transition cost without contention?")
            .does("one thread moves the status from state to state")
            .footprint(StatusTransition::structure)
            .build(),
        transition("transition-2-threads", 2)
            .asks("Which status is fastest when two threads do nothing but change it?")
            .does("two threads move one status from state to state, with no work in between")
            .peer("naive CAS")
            .latency()
            .build(),
        transition("transition-2-threads-work-100ns", 2)
            .asks("Does the choice matter if threads have other work to do?")
            .does(
                "two threads move one status from state to state, with about 100 ns of local work"
                    + " before each transition")
            .with("work", LocalWork.ABOUT_100_NS)
            .build(),
        transition("transition-8-threads", 8)
            .asks("How do transitions perform with more threads than cores?")
            .does("eight threads move one status from state to state, with no work in between")
            .latency()
            .build(),
        Contest.named("primitives/atomic-status/mix-90-10-2-threads")
            .asks("Which status suits a service with 90 % reads?")
            .does("two threads; of a hundred operations 90 read the status and 10 change it")
            .benchmark(StatusTransition.class, "mix")
            .threads(2)
            .with("writePercent", "10")
            .ours("AtomicStatus")
            .mutex("synchronized")
            .mutex("ReentrantReadWriteLock")
            .mutex("StampedLock")
            .build());
  }

  private static ContestBuilder check(String name, int threads) {
    return Contest.named("primitives/atomic-status/" + name)
        .benchmark(StatusCheck.class)
        .threads(threads)
        .ours("AtomicStatus")
        .peer("volatile field");
  }

  private static ContestBuilder transition(String name, int threads) {
    return Contest.named("primitives/atomic-status/" + name)
        .benchmark(StatusTransition.class, "transition")
        .threads(threads)
        .ours("AtomicStatus")
        .mutex("synchronized")
        .mutex("ReentrantLock");
  }
}
