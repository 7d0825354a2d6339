package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import io.latchless.benchmarks.workload.LocalWork;
import java.util.List;

/** Contests of {@code EventBus}. */
public final class BusContests implements Catalogue {
  private static final String WORK = Integer.toString(LocalWork.tokens(130));
  private static final String PAUSE = Integer.toString(LocalWork.tokens(5_000));

  private static final String QUEUES =
      "; queues of 1,024; pools of two threads; an ArrayBlockingQueue or a Disruptor has a thread"
          + " for each subscriber; the workers of the LinkedBlockingQueue, of AsyncEventBus and of"
          + " MBassador keep no order";

  @Override
  public List<Contest> contests() {
    return List.of(
        Contest.named("eventbus/direct/8-handlers-1-thread")
            .asks("What does it cost to publish to handlers on the publisher's thread?")
            .does(
                "one thread publishes to eight handlers of four classes, which do next to nothing;"
                    + " the array is a bare loop over the handlers, without a bus")
            .benchmark(DirectPublish.class)
            .ours(Buses.OURS)
            .mutex(Buses.LOCK_TABLE)
            .peer(Buses.GUAVA)
            .peer(Buses.GREENROBOT)
            .peer(Buses.ARRAY)
            .build(),
        saturated("1-publisher-1-subscriber", 1, 1)
            .asks("Which bus has the highest throughput from a publisher to a subscriber?")
            .does(
                "one thread publishes to one subscriber that does nothing, and waits when its queue"
                    + " is full"
                    + QUEUES)
            .build(),
        saturated("2-publishers-4-subscribers", 2, 4)
            .asks("Which bus brings two publishers' events to working subscribers fastest?")
            .does(
                "two threads publish to four subscribers that compute for about 130 ns, and wait"
                    + " when a queue is full"
                    + QUEUES)
            .with("work", WORK)
            .build(),
        saturated("8-publishers-4-subscribers", 8, 4)
            .asks("Which bus brings eight publishers' events to working subscribers fastest?")
            .does(
                "eight threads publish to four subscribers that compute for about 130 ns, and wait"
                    + " when a queue is full"
                    + QUEUES)
            .with("work", WORK)
            .build(),
        queued("1-of-4-subscribers-asleep", PublishBesideSleeper.class)
            .asks("Does a subscriber that sleeps delay the publisher?")
            .does(
                "one thread computes for about five microseconds, then publishes to four"
                    + " subscribers; three do nothing, and one sleeps for 10 ms for each event,"
                    + " except for the subject without a sleeper; full queues drop events; a"
                    + " Disruptor whose slowest subscriber is a ring behind drops them for all;"
                    + " workers that call all handlers in turn soon sleep, and their queue drops"
                    + " nearly everything"
                    + QUEUES)
            .peer(PublishBesideSleeper.AWAKE)
            .with("work", PAUSE)
            .latency()
            .build(),
        Contest.named("eventbus/requests/3-responders")
            .asks("How long does a request to several responders take?")
            .does(
                "one thread asks three responders and waits for all answers; with mutexes, a"
                    + " CountDownLatch opens after the last answer")
            .benchmark(RequestRoundTrip.class, "ask")
            .ours(Buses.OURS)
            .mutex(Buses.QUEUES)
            .mutex(Buses.ACTORS)
            .latency()
            .build());
  }

  private static ContestBuilder saturated(String name, int publishers, int subscribers) {
    return queued(name, QueuedPublish.class)
        .threads(publishers)
        .with("subscribers", Integer.toString(subscribers));
  }

  private static ContestBuilder queued(String name, Class<?> benchmark) {
    return Contest.named("eventbus/queues/" + name)
        .benchmark(benchmark, "publish")
        .ours(Buses.OURS)
        .mutex(Buses.QUEUES)
        .mutex(Buses.ACTORS)
        .mutex(Buses.WORKERS)
        .peer(Buses.SUBMISSION)
        .peer(Buses.ASYNC_GUAVA)
        .peer(Buses.MBASSADOR)
        .peer(Buses.SINKS)
        .peer(Buses.DISRUPTOR);
  }
}
