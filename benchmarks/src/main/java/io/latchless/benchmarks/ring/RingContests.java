package io.latchless.benchmarks.ring;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import io.latchless.benchmarks.workload.LocalWork;
import java.util.List;

/** Contests of {@code MpmcRingBuffer} and {@code LockFreeRingBuffer}. */
public final class RingContests implements Catalogue {
  private static final String PAIRS = "each puts an element in and takes one out, ";

  @Override
  public List<Contest> contests() {
    return List.of(
        pairs("mpmc/pairs-2-threads", Rings.MPMC, 2)
            .asks("Which queue is fastest when two threads do nothing but use it?")
            .does("two threads; " + PAIRS + "with no work in between")
            .latency()
            .footprint(QueuePairs::structure)
            .build(),
        transfer("mpmc/transfer-1x1", Rings.MPMC, 1)
            .asks("Which queue has the highest throughput from one thread to another?")
            .does("one thread puts elements in and one takes them out; capacity 1,024")
            .build(),
        pairs("mpmc/pairs-2-threads-work-100ns", Rings.MPMC, 2)
            .asks("Does the choice matter if threads have other work to do?")
            .does("two threads; " + PAIRS + "with about 100 ns of local work before")
            .with("work", LocalWork.ABOUT_100_NS)
            .build(),
        pairs("mpmc/pairs-8-threads", Rings.MPMC, 8)
            .asks("How do the queues perform with more threads than cores?")
            .does("eight threads; " + PAIRS + "with no work in between")
            .latency()
            .build(),
        pairs("mpmc/pairs-1-thread", Rings.MPMC, 1)
            .asks("What does a queue cost without contention?")
            .does("one thread; " + PAIRS + "with no work in between")
            .build(),
        transfer("mpmc/transfer-2x2", Rings.MPMC, 2)
            .asks("Which queue has the highest throughput from two threads to two others?")
            .does("two threads put elements in and two take them out; capacity 1,024")
            .build(),
        transfer("mpmc/transfer-4x4", Rings.MPMC, 4)
            .asks("Which queue has the highest throughput between many threads?")
            .does("four threads put elements in and four take them out; capacity 1,024")
            .build(),
        pairs("mpmc/pairs-8-threads-work-100ns", Rings.MPMC, 8)
            .asks("Does the choice matter if many threads have other work to do?")
            .does("eight threads; " + PAIRS + "with about 100 ns of local work before")
            .with("work", LocalWork.ABOUT_100_NS)
            .build(),
        batches("mpmc/batches-1x1", Rings.MPMC)
            .asks("What do batches gain?")
            .does("one thread puts elements in and one takes them out, sixteen per call")
            .build(),
        stalled("mpmc/stalled-2-threads", Rings.MPMC)
            .asks("How fast are other threads while one is stopped in the middle of an operation?")
            .build(),
        pairs("lock-free/pairs-2-threads", Rings.LOCK_FREE, 2)
            .asks("What does lock-freedom cost when two threads do nothing but use the queue?")
            .does("two threads; " + PAIRS + "with no work in between")
            .footprint(QueuePairs::structure)
            .build(),
        pairs("lock-free/pairs-8-threads", Rings.LOCK_FREE, 8)
            .asks("What does lock-freedom cost with more threads than cores?")
            .does("eight threads; " + PAIRS + "with no work in between")
            .build(),
        pairs("lock-free/pairs-1-thread", Rings.LOCK_FREE, 1)
            .asks("What does lock-freedom cost without contention?")
            .does("one thread; " + PAIRS + "with no work in between")
            .build(),
        pairs("lock-free/pairs-2-threads-work-100ns", Rings.LOCK_FREE, 2)
            .asks("What does lock-freedom cost if threads have other work to do?")
            .does("two threads; " + PAIRS + "with about 100 ns of local work before")
            .with("work", LocalWork.ABOUT_100_NS)
            .build(),
        transfer("lock-free/transfer-1x1", Rings.LOCK_FREE, 1)
            .asks("What does lock-freedom cost from one thread to another?")
            .does("one thread puts elements in and one takes them out; capacity 1,024")
            .build(),
        transfer("lock-free/transfer-2x2", Rings.LOCK_FREE, 2)
            .asks("What does lock-freedom cost from two threads to two others?")
            .does("two threads put elements in and two take them out; capacity 1,024")
            .build(),
        stalled("lock-free/stalled-2-threads", Rings.LOCK_FREE)
            .asks("What does lock-freedom gain while one thread is stopped?")
            .peer(Rings.MPMC)
            .build());
  }

  private static ContestBuilder pairs(String name, String ours, int threads) {
    return withPeers(
        Contest.named("ringbuffer/" + name)
            .benchmark(QueuePairs.class, "pair")
            .threads(threads)
            .ours(ours));
  }

  private static ContestBuilder transfer(String name, String ours, int each) {
    return withPeers(
        Contest.named("ringbuffer/" + name)
            .benchmark(QueueTransfer.class, "transfer")
            .group("offer", each)
            .group("poll", each)
            .ours(ours));
  }

  private static ContestBuilder withPeers(ContestBuilder contest) {
    return contest
        .mutex(Rings.ARRAY_BLOCKING_QUEUE)
        .peer(Rings.JCTOOLS)
        .peer(Rings.JCTOOLS_VAR_HANDLE)
        .peer(Rings.AGRONA, Rings.OPEN_FOR_AGRONA);
  }

  private static ContestBuilder batches(String name, String ours) {
    return Contest.named("ringbuffer/" + name)
        .benchmark(QueueBatches.class, "batches")
        .group("fill", 1)
        .group("drain", 1)
        .ours(ours)
        .mutex(Rings.SYNCHRONIZED)
        .peer(Rings.JCTOOLS)
        .peer(Rings.JCTOOLS_VAR_HANDLE);
  }

  private static ContestBuilder stalled(String name, String ours) {
    return Contest.named("ringbuffer/" + name)
        .does(
            "two threads; "
                + PAIRS
                + "and only that is counted; a third stops for 10 ms in the middle of putting an"
                + " element in, pauses for 1 ms, and stops again")
        .benchmark(StalledPairs.class)
        .threads(2)
        .ours(ours)
        .mutex(Rings.SYNCHRONIZED)
        .peer(Rings.JCTOOLS)
        .peer(Rings.JCTOOLS_VAR_HANDLE);
  }
}
