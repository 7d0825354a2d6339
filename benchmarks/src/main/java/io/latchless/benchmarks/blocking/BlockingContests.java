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
            .asks("How soon does a waiting thread have what another one has put in?")
            .does(
                "one thread puts an element in and waits for another one to send it back through a"
                    + " second queue; there and back counts as one operation")
            .benchmark(PingPong.class, "roundTrip")
            .peer(Rings.LINKED_TRANSFER_QUEUE)
            .peer(Channels.DISRUPTOR)
            .latency()
            .build(),
        contest("pairs-1-thread")
            .asks("What does it cost that threads could wait, when none does?")
            .does(
                "one thread puts an element in and takes one out, neither of which has to wait;"
                    + " MpmcRingBuffer is the same ring without waiting")
            .benchmark(QueuePairs.class, "pair")
            .threads(1)
            .peer(Rings.MPMC)
            .peer(Rings.LINKED_TRANSFER_QUEUE)
            .footprint(QueuePairs::structure)
            .build(),
        contest("put-take-1x1")
            .asks("Which queue carries the most from one thread to another that waits for it?")
            .does(
                "one thread puts elements in, and its puts are counted; one takes them out; both"
                    + " wait where they must; room for 1,024")
            .benchmark(PutTake.class)
            .peer(Channels.DISRUPTOR)
            .build(),
        contest("executor-2-threads")
            .asks("Does the queue of a pool matter?")
            .does(
                "one thread gives tasks of about 100 ns to a ThreadPoolExecutor of two, and waits"
                    + " for room when its queue of 1,024 is full")
            .benchmark(PoolTasks.class)
            .with("work", LocalWork.ABOUT_100_NS)
            .build(),
        timedPoll("timed-poll-8-threads")
            .asks("How late does a wait of one millisecond end on an idle machine?")
            .does(TIMED_POLL)
            .build(),
        timedPoll("timed-poll-8-threads-8-busy")
            .asks("How late does a wait of one millisecond end beside busy threads?")
            .does(TIMED_POLL + "; eight more threads compute all the time and are not counted")
            .with("busy", "8")
            .build());
  }

  private static ContestBuilder timedPoll(String name) {
    return contest(name).benchmark(TimedPoll.class, "poll").threads(8).latency();
  }

  private static Contest virtual() {
    return contest("virtual-500x500")
        .asks("Does the queue suit virtual threads?")
        .does(
            "five hundred virtual threads put twenty elements each in, five hundred take them out,"
                + " with room for 64; an element carried is one operation")
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
