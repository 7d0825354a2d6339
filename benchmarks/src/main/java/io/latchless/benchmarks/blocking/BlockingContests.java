package io.latchless.benchmarks.blocking;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import io.latchless.benchmarks.ring.QueuePairs;
import io.latchless.benchmarks.ring.Rings;
import io.latchless.benchmarks.workload.LocalWork;
import io.latchless.benchmarks.workload.VirtualThreads;
import java.util.ArrayList;
import java.util.List;

/** Contests of {@code BlockingRingBuffer}. */
public final class BlockingContests implements Catalogue {
  private static final String TIMED_POLL =
      "each of eight threads polls for one millisecond at an empty queue of its own";

  @Override
  public List<Contest> contests() {
    List<Contest> contests = new ArrayList<>(everywhere());
    if (VirtualThreads.exist()) {
      contests.add(virtual());
    }
    return contests;
  }

  private static List<Contest> everywhere() {
    return List.of(
        contest("hand-over-1x1")
            .asks("How soon does a waiting thread receive an element?")
            .does(
                "one thread puts an element and waits for another to send it back through a second"
                    + " queue; a round trip counts as one operation")
            .benchmark(PingPong.class, "roundTrip")
            .peer(Rings.LINKED_TRANSFER_QUEUE)
            .peer(Channels.DISRUPTOR)
            .latency()
            .build(),
        contest("pairs-1-thread")
            .asks("What does support for waiting cost if no thread waits?")
            .does(
                "one thread puts an element and takes one, never waiting; MpmcRingBuffer is the"
                    + " same ring without support for waiting")
            .benchmark(QueuePairs.class, "pair")
            .threads(1)
            .peer(Rings.MPMC)
            .peer(Rings.LINKED_TRANSFER_QUEUE)
            .footprint(QueuePairs::structure)
            .build(),
        contest("put-take-1x1")
            .asks("Which queue has the highest throughput from a producer to a waiting consumer?")
            .does(
                "one thread puts elements, and only its puts are counted; one takes them; both wait"
                    + " if needed; capacity 1,024")
            .benchmark(PutTake.class)
            .peer(Channels.DISRUPTOR)
            .build(),
        contest("executor-2-threads")
            .asks("Does the queue of a thread pool matter?")
            .does(
                "one thread submits tasks of about 100 ns to a ThreadPoolExecutor of two threads,"
                    + " and waits when its queue of 1,024 is full")
            .benchmark(PoolTasks.class)
            .with("work", LocalWork.ABOUT_100_NS)
            .build(),
        timedPoll("timed-poll-8-threads", 8)
            .asks("How late does a one-millisecond wait end on an idle machine?")
            .does(TIMED_POLL)
            .build(),
        timedPoll("timed-poll-8-threads-8-busy", 8)
            .asks("How late does a one-millisecond wait end beside busy threads?")
            .does(TIMED_POLL + "; eight more threads compute all the time and are not counted")
            .with("busy", "8")
            .build(),
        timedPoll("timed-poll-1-thread-8-busy", 1)
            .asks("How late does the only one-millisecond wait end beside busy threads?")
            .does(TIMED_POLL + "; eight more threads compute all the time and are not counted")
            .with("busy", "8")
            .build());
  }

  private static ContestBuilder timedPoll(String name, int threads) {
    return contest(name).benchmark(TimedPoll.class, "poll").threads(threads).latency();
  }

  private static Contest virtual() {
    return contest("virtual-500x500")
        .asks("How does the queue perform with virtual threads?")
        .does(
            "500 virtual threads put twenty elements each, 500 take them; capacity 64; each element"
                + " counts as one operation")
        .benchmark(VirtualPutTake.class)
        .peer(Rings.LINKED_TRANSFER_QUEUE)
        .build();
  }

  private static ContestBuilder contest(String name) {
    return Contest.named("ringbuffer/blocking/" + name)
        .ours(Rings.BLOCKING)
        .mutex(Rings.ARRAY_BLOCKING_QUEUE)
        .mutex(Rings.LINKED_BLOCKING_QUEUE);
  }
}
