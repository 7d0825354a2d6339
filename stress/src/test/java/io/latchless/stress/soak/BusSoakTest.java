package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.eventbus.BusStats;
import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.CloseReport;
import io.latchless.eventbus.DropReason;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.EventCounts;
import io.latchless.eventbus.Gather;
import io.latchless.eventbus.Overflow;
import io.latchless.eventbus.RequestTopic;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.SubscriptionStats;
import io.latchless.eventbus.Topic;
import io.latchless.stress.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Threads that publish, subscribe, close, fail, reject and ask at random, beside a thread that
 * checks the law in every snapshot. A run with {@code -Dstress.mode=long} takes ten minutes.
 */
class BusSoakTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int THREADS = 4;
  private static final int SLOW_AFTER = 3;

  private static final List<Topic<Integer>> TOPICS =
      List.of(
          Topic.of("a", Integer.class),
          Topic.of("a.b", Integer.class),
          Topic.of("a.b.c", Integer.class),
          Topic.of("d", Integer.class));

  private static final RequestTopic<Integer, Integer> QUESTIONS =
      RequestTopic.of("q", Integer.class, Integer.class);

  private static final List<Overflow> POLICIES =
      List.of(
          Overflow.dropNewest(),
          Overflow.dropOldest(),
          Overflow.block(Duration.ofMillis(1)),
          Overflow.<Integer>latestPerKey(event -> event % 7, 5));

  private final Findings findings = new Findings();
  private final AtomicLong handled = new AtomicLong();
  private final AtomicLong slow = new AtomicLong();

  /** Every subscription of a round, the closed ones included. */
  private final Queue<BusSubscription> all = new ConcurrentLinkedQueue<>();

  @Test
  void theLawHoldsInEverySnapshotAndAtTheEnd() throws Exception {
    for (int round = 0; round < Effort.of(4, 300); round++) {
      soak(round, Effort.of(4_000, 40_000));
    }
    assertThat(findings.list()).isEmpty();
    assertThat(slow.get()).isPositive();
  }

  private void soak(int seed, int steps) throws InterruptedException {
    EventBus bus =
        EventBus.builder()
            .workers(2)
            .queueCapacity(8)
            .retain(TOPICS.get(3))
            .startBuffer(seed % 2 == 0 ? 0 : 50)
            .onFailure(failure -> {})
            .build();
    handled.set(0);
    all.clear();
    all.add(
        bus.subscribe(
            EventBus.SLOW,
            report -> {
              handled.incrementAndGet();
              slow.incrementAndGet();
              findings.require(report.depth() >= SLOW_AFTER, "slow too soon: %s", report);
            }));
    AtomicInteger left = new AtomicInteger(THREADS);
    Workers crew =
        Workers.start(
            THREADS + 1,
            member -> {
              if (member < THREADS) {
                act(bus, new Random(31L * seed + member), steps);
                left.decrementAndGet();
                return;
              }
              while (left.get() > 0) {
                check(bus.stats());
              }
            });
    bus.start();
    crew.join();
    CloseReport report = bus.close(LONG);
    BusStats last = bus.stats();
    check(last);
    findings.require(last.counts().pending() == 0, "at rest %s with %s", last.counts(), report);
    checkSums(last.counts());
  }

  /** At rest, what each subscription has counted adds up to what the bus has. */
  private void checkSums(EventCounts ofBus) {
    EventCounts sum = new EventCounts(0, 0, 0, Map.of());
    for (BusSubscription each : all) {
      sum = sum(sum, each.stats().counts());
    }
    long inLog = ofBus.dropped(DropReason.START_LOG_FULL);
    findings.require(
        sum.offered() + inLog == ofBus.offered()
            && sum.delivered() == ofBus.delivered()
            && sum.failed() == ofBus.failed()
            && handled.get() == ofBus.delivered() + ofBus.failed(),
        "%s and %d in the log do not add up to %s with %d handled",
        sum,
        inLog,
        ofBus,
        handled.get());
    for (DropReason reason : DropReason.values()) {
      findings.require(
          reason == DropReason.START_LOG_FULL || sum.dropped(reason) == ofBus.dropped(reason),
          "%s: %d of %d",
          reason,
          sum.dropped(reason),
          ofBus.dropped(reason));
    }
  }

  private static EventCounts sum(EventCounts one, EventCounts other) {
    Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
    one.drops().forEach((reason, count) -> drops.merge(reason, count, Long::sum));
    other.drops().forEach((reason, count) -> drops.merge(reason, count, Long::sum));
    return new EventCounts(
        one.offered() + other.offered(),
        one.delivered() + other.delivered(),
        one.failed() + other.failed(),
        drops);
  }

  private void check(BusStats stats) {
    check("bus", stats.counts());
    for (SubscriptionStats each : stats.subscriptions()) {
      check(each.name(), each.counts());
    }
  }

  private void check(String of, EventCounts counts) {
    findings.require(counts.pending() >= 0, "%s %s", of, counts);
  }

  private void act(EventBus bus, Random random, int steps) {
    List<BusSubscription> mine = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      Topic<Integer> topic = TOPICS.get(random.nextInt(TOPICS.size()));
      int choice = random.nextInt(100);
      if (choice < 4 && mine.size() < 6) {
        BusSubscription added = subscribe(bus, topic, random);
        mine.add(added);
        all.add(added);
      } else if (choice < 7 && !mine.isEmpty()) {
        mine.remove(random.nextInt(mine.size())).close();
      } else if (choice < 9) {
        respondOnce(bus, random);
      } else {
        bus.publish(topic, random.nextInt(1_000));
      }
    }
    mine.forEach(BusSubscription::close);
  }

  private void respondOnce(EventBus bus, Random random) {
    SubscriptionOptions options = SubscriptionOptions.queued();
    try (BusSubscription responder =
        bus.respond(QUESTIONS, "r" + random.nextLong(), this::answer, options)) {
      all.add(responder);
      var answers = bus.request(QUESTIONS, 1, Gather.first(Duration.ofMillis(1)));
      assertThat(answers).isNotNull();
      assertThat(responder.isClosed()).isFalse();
    }
  }

  private int answer(int asked) {
    handled.incrementAndGet();
    return asked + 1;
  }

  private BusSubscription subscribe(EventBus bus, Topic<Integer> topic, Random random) {
    int kind = random.nextInt(6);
    if (kind == 0) {
      return bus.subscribe(
          topic, event -> handle(bus, event), SubscriptionOptions.direct().priority(kind));
    }
    SubscriptionOptions options =
        SubscriptionOptions.queued()
            .queueCapacity(1 + random.nextInt(8))
            .overflow(POLICIES.get(random.nextInt(POLICIES.size())))
            .batchSize(1 + random.nextInt(4));
    if (random.nextBoolean()) {
      options = options.strict();
    }
    if (random.nextBoolean()) {
      options = options.slowAfter(SLOW_AFTER);
    }
    if (topic.equals(TOPICS.get(3)) && random.nextBoolean()) {
      options = options.withLatest();
    }
    if (kind == 1) {
      options = options.on(rejecting(random.nextInt()));
    }
    if (kind == 2) {
      return bus.subscribeBatches(topic, batch -> handled.addAndGet(batch.size()), options);
    }
    return bus.subscribe(topic, event -> handle(bus, event), options);
  }

  /** Rejects every third task, and runs the others at once. */
  private static Executor rejecting(int seed) {
    AtomicLong tasks = new AtomicLong(seed);
    return task -> {
      if (tasks.incrementAndGet() % 3 == 0) {
        throw new RejectedExecutionException("every third");
      }
      task.run();
    };
  }

  private void handle(EventBus bus, int event) {
    handled.incrementAndGet();
    if (event % 11 == 0) {
      throw new IllegalStateException("every eleventh");
    }
    if (event % 5 == 0) {
      bus.publish(TOPICS.get(event % TOPICS.size()), event / 5);
    }
  }
}
