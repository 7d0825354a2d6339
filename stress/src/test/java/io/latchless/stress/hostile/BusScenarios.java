package io.latchless.stress.hostile;

import static io.latchless.stress.hostile.Fate.KEPT;
import static io.latchless.stress.hostile.Fate.PASSED_ON;
import static io.latchless.stress.hostile.Fate.UNCALLED;

import io.latchless.eventbus.BusStats;
import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.CloseReport;
import io.latchless.eventbus.DeadEvent;
import io.latchless.eventbus.Delivery;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.EventCounts;
import io.latchless.eventbus.EventHandler;
import io.latchless.eventbus.Gather;
import io.latchless.eventbus.Gathered;
import io.latchless.eventbus.HandlerFailure;
import io.latchless.eventbus.Overflow;
import io.latchless.eventbus.PublishResult;
import io.latchless.eventbus.RecordingHandler;
import io.latchless.eventbus.RequestTopic;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.SubscriptionStats;
import io.latchless.eventbus.Topic;
import io.latchless.registry.Propagation;
import java.time.Duration;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Scenarios in which the event bus runs user code. */
final class BusScenarios {
  private static final Duration LONG = Duration.ofDays(1);
  private static final Topic<Object> TOPIC = Topic.of("here", Object.class);
  private static final Topic<Object> ELSEWHERE = Topic.of("elsewhere", Object.class);
  private static final Topic<Object> NARROW = Topic.of("narrow", Object.class);
  private static final Topic<Object> RETAINED = Topic.of("retained", Object.class);
  private static final RequestTopic<Object, Object> QUESTION =
      RequestTopic.of("question", Object.class, Object.class);
  private static final RequestTopic<Object, Object> OTHER_QUESTION =
      RequestTopic.of("other", Object.class, Object.class);
  private static final SubscriptionOptions AT_ONCE = SubscriptionOptions.queued().on(Runnable::run);
  private static final SubscriptionOptions DIRECT = SubscriptionOptions.direct();

  private BusScenarios() {}

  static Stream<Row<?>> all() {
    List<Row<?>> rows =
        Stream.of(handlers(), requests(), builder(), options(), keys(), values(), records())
            .<Row<?>>flatMap(each -> each)
            .toList();
    return rows.stream();
  }

  /** A bus with well-behaved subscriptions beside the hostile one. */
  private static final class Bus extends Subject {
    private final EventBus bus;
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger direct = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicLong names = new AtomicLong();
    private final Queue<BusSubscription> attacked = new ConcurrentLinkedQueue<>();
    private volatile Hook onFailure = Hook.GENTLE;
    private volatile Hook onClock = Hook.GENTLE;
    private volatile boolean isOver;

    /**
     * Creates a bus.
     *
     * @param waits whether the user code is a handler, which the bus keeps from waiting for itself
     */
    Bus(boolean waits) {
      bus =
          EventBus.builder()
              .workers(1)
              .retain(RETAINED)
              .onFailure(failure -> onFailure.run())
              .clock(
                  () -> {
                    onClock.run();
                    return System.nanoTime();
                  })
              .build();
      bus.subscribe(TOPIC, event -> queued.incrementAndGet(), AT_ONCE);
      bus.subscribe(TOPIC, event -> direct.incrementAndGet(), DIRECT);
      bus.respond(OTHER_QUESTION, "other", question -> question, AT_ONCE);
      operation("publish", () -> bus.publish(TOPIC, 1));
      operation("publish elsewhere", () -> bus.publish(ELSEWHERE, 1));
      operation("publish to a retained topic", () -> bus.publish(RETAINED, 1));
      operation("publishAll", () -> bus.publishAll(TOPIC, List.of(1, 2)));
      operation("subscribe", () -> bus.subscribe(TOPIC, event -> {}, AT_ONCE).close());
      operation("subscribe directly", () -> bus.subscribe(TOPIC, event -> {}, DIRECT).close());
      operation(
          "subscribe with the latest",
          () -> bus.subscribe(RETAINED, event -> {}, AT_ONCE.withLatest()).close());
      operation("request", this::ask);
      operation("stats", this::requireLaw);
      operation("start", bus::start);
      operation("close the subscription", () -> attacked.forEach(BusSubscription::close));
      operation(
          "drainAndClose of another",
          () -> hold(bus.subscribe(ELSEWHERE, event -> {}, AT_ONCE).drainAndClose(LONG)));
      operation(
          "closeAndAwaitQuiescence of another",
          () -> hold(bus.subscribe(ELSEWHERE, event -> {}, DIRECT).closeAndAwaitQuiescence(LONG)));
      if (waits) {
        operation("a parked publishAndAwait", () -> bus.publishAndAwait(TOPIC, 1, LONG));
        operation("a parked awaitIdle", () -> hold(bus.awaitIdle(LONG)));
      }
      operation("close", this::closeNow);
    }

    private static void hold(boolean holds) {
      if (!holds) {
        throw new AssertionError("it does not hold");
      }
    }

    private void closeNow() throws InterruptedException {
      var unused = bus.close(Duration.ZERO);
    }

    private void requireLaw() {
      BusStats stats = bus.stats();
      hold(stats.counts().pending() >= 0);
      stats.subscriptions().forEach(each -> hold(each.counts().pending() >= 0));
    }

    /** Returns a handler that runs a hook, one call at a time. */
    EventHandler<Object> handler(Hook hook) {
      AtomicBoolean isCalled = new AtomicBoolean();
      return event -> {
        if (!isCalled.compareAndSet(false, true)) {
          overlaps.incrementAndGet();
        }
        try {
          hook.run();
        } finally {
          isCalled.set(false);
        }
      };
    }

    void attack(BusSubscription subscription) {
      attacked.add(subscription);
    }

    /** Returns a handler that throws as long as the attack lasts. */
    EventHandler<Object> failing() {
      return handler(
          () -> {
            if (!isOver) {
              throw new IllegalArgumentException("a handler's own failure");
            }
          });
    }

    /** Subscribes to a topic with a hostile handler, and publishes two events. */
    void attack(Topic<Object> topic, Hook hook, SubscriptionOptions options) {
      attack(bus.subscribe(topic, handler(hook), options));
      publishTwice(topic);
    }

    void publishTwice(Topic<Object> topic) {
      bus.publish(topic, 1);
      bus.publish(topic, 2);
    }

    String newName() {
      return "responder" + names.incrementAndGet();
    }

    private void publishEverywhere() {
      bus.publish(TOPIC, 1);
      bus.publish(NARROW, 1);
      bus.publish(RETAINED, 1);
      var unused = bus.request(QUESTION, 1, Gather.all(LONG));
      ask();
    }

    private void ask() {
      var unused = bus.request(OTHER_QUESTION, 1, Gather.all(LONG));
    }

    @Override
    void account(List<String> faults, End end) throws Exception {
      Duration patience = Duration.ofSeconds(Threads.seconds());
      isOver = true;
      require(faults, overlaps.get() == 0, "two calls of a queued handler at once");
      if (bus.publish(TOPIC, 1) == PublishResult.REFUSED) {
        closeNow();
        // A publisher that waited for room counts its event once it has learnt of the close.
        require(faults, bus.awaitIdle(patience), "a closed bus has events pending");
        return;
      }
      // Events may still be queued where an executor has failed.
      publishEverywhere();
      if (!bus.awaitIdle(patience)) {
        faults.add("the bus is never idle: " + bus.stats());
        return;
      }
      int queuedBefore = queued.get();
      int directBefore = direct.get();
      List<BusSubscription> open = attacked.stream().filter(each -> !each.isClosed()).toList();
      List<Long> delivered = open.stream().map(each -> each.stats().counts().delivered()).toList();
      publishEverywhere();
      require(faults, bus.awaitIdle(patience), "the bus is not idle again");
      require(faults, queued.get() == queuedBefore + 1, "a queued subscription misses an event");
      require(faults, direct.get() == directBefore + 1, "a direct subscription misses an event");
      for (int at = 0; at < open.size(); at++) {
        require(
            faults,
            open.get(at).stats().counts().delivered() == delivered.get(at) + 1,
            "the hostile subscription does not go on: " + open.get(at).stats());
      }
      for (SubscriptionStats each : bus.stats().subscriptions()) {
        require(faults, each.counts().pending() == 0, "an event is still pending: " + each);
      }
      AtomicInteger handled = new AtomicInteger();
      BusSubscription added = bus.subscribe(TOPIC, event -> handled.incrementAndGet(), AT_ONCE);
      bus.publish(TOPIC, 1);
      require(faults, handled.get() == 1, "a new subscription is called " + handled + " times");
      require(faults, added.closeAndAwaitQuiescence(patience), "a new subscription is not quiet");
      require(
          faults,
          bus.request(OTHER_QUESTION, 1, Gather.all(LONG)).isDone(),
          "a request is not answered");
      for (BusSubscription each : attacked) {
        require(faults, each.closeAndAwaitQuiescence(patience), each + " is not quiet");
      }
      require(faults, bus.close(patience).isComplete(), "closing leaves something undone");
    }

    @Override
    void end() {
      discard();
    }

    @Override
    void discard() {
      CompletableFuture<?> unused = Threads.start("end of a bus", this::closeNow);
    }
  }

  private static Bus handling() {
    return new Bus(true);
  }

  private static Bus publishing() {
    return new Bus(false);
  }

  private static Stream<Row<?>> handlers() {
    Table<Bus> rows = new Table<>(EventBus.class, BusScenarios::handling);
    rows.row(
        "subscribe(Topic,EventHandler,SubscriptionOptions)",
        KEPT,
        (it, hook) -> it.attack(TOPIC, hook, AT_ONCE));
    rows.row(
        "a strict subscription",
        BusScenarios::handling,
        KEPT,
        (it, hook) -> it.attack(TOPIC, hook, AT_ONCE.strict()));
    rows.row(
        "a subscription with the latest event",
        BusScenarios::handling,
        KEPT,
        (it, hook) -> {
          it.bus.publish(RETAINED, 0);
          it.attack(RETAINED, hook, AT_ONCE.withLatest().slowAfter(1));
        });
    rows.row(
            "subscribe(Topic,EventHandler)",
            KEPT,
            (it, hook) -> {
              it.attack(it.bus.subscribe(TOPIC, it.handler(hook)));
              it.publishTwice(TOPIC);
              Bus.hold(it.bus.awaitIdle(LONG));
            })
        .refuses(Hostility.ITSELF, "a handler must not wait for itself");
    rows.row(
        "subscribeBatches(Topic,BatchHandler,SubscriptionOptions)",
        KEPT,
        (it, hook) -> {
          EventHandler<Object> handler = it.handler(hook);
          it.attack(it.bus.subscribeBatches(TOPIC, handler::onEvent, AT_ONCE));
          it.publishTwice(TOPIC);
        });
    rows.row(
        "a publisher that waits for room",
        BusScenarios::handling,
        KEPT,
        (it, hook) -> {
          SubscriptionOptions blocks =
              SubscriptionOptions.queued().queueCapacity(1).overflow(Overflow.block(LONG));
          it.attack(it.bus.subscribe(NARROW, it.handler(hook), blocks));
          it.publishTwice(NARROW);
          it.publishTwice(NARROW);
        });
    for (Row<Bus> row : rows.rows()) {
      row.holdsBack("a parked publishAndAwait", "it waits for the handler")
          .holdsBack("a parked awaitIdle", "it waits for the handler");
    }
    rows.row(
            "a direct handler",
            BusScenarios::handling,
            KEPT,
            (it, hook) -> {
              it.attack(it.bus.subscribe(TOPIC, event -> hook.run(), DIRECT));
              it.publishTwice(TOPIC);
            })
        .holdsBack("a parked awaitIdle", "it waits for the handler");
    rows.row(
            "intercept(Topic,Interceptor,int)",
            KEPT,
            (it, hook) -> {
              it.attack(
                  it.bus.intercept(
                      TOPIC,
                      event -> {
                        hook.run();
                        return Propagation.CONTINUE;
                      },
                      7));
              it.publishTwice(TOPIC);
            })
        .holdsBack("a parked awaitIdle", "it waits for the handler");
    rows.rows().forEach(BusScenarios::refuseToWait);
    return rows.rows().stream().map(row -> row);
  }

  private static Row<Bus> refuseToWait(Row<Bus> row) {
    for (String waiting :
        List.of(
            "a parked publishAndAwait",
            "a parked awaitIdle",
            "drainAndClose of another",
            "closeAndAwaitQuiescence of another",
            "close")) {
      row.refuses(waiting, "a handler must not wait for handlers");
    }
    return row;
  }

  private static Stream<Row<?>> requests() {
    Table<Bus> rows = new Table<>(EventBus.class, BusScenarios::handling);
    rows.row(
        "respond(RequestTopic,String,Responder,SubscriptionOptions)",
        KEPT,
        (it, hook) -> {
          EventHandler<Object> handler = it.handler(hook);
          it.attack(
              it.bus.respond(
                  QUESTION,
                  it.newName(),
                  question -> {
                    handler.onEvent(question);
                    return question;
                  },
                  AT_ONCE));
          var unused = it.bus.request(QUESTION, 1, Gather.all(LONG));
          unused = it.bus.request(QUESTION, 2, Gather.first(LONG));
        });
    rows.row(
        "request(RequestTopic,Object,Gather)",
        KEPT,
        (it, hook) -> {
          Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
          AtomicBoolean isDeferred = new AtomicBoolean(true);
          it.attack(
              it.bus.respond(
                  QUESTION,
                  it.newName(),
                  question -> question,
                  SubscriptionOptions.queued()
                      .on(
                          task -> {
                            if (isDeferred.get()) {
                              tasks.add(task);
                            } else {
                              task.run();
                            }
                          })));
          var unused = it.bus.request(QUESTION, 1, Gather.first(LONG)).thenRun(hook::run);
          unused = it.bus.request(QUESTION, 2, Gather.first(LONG)).thenRun(hook::run);
          isDeferred.set(false);
          tasks.forEach(Runnable::run);
        });
    for (Row<Bus> row : rows.rows()) {
      refuseToWait(row).holdsBack("a parked awaitIdle", "it waits for the responder");
    }
    return rows.rows().stream().map(row -> row);
  }

  private static Stream<Row<?>> builder() {
    Table<Bus> rows = new Table<>(EventBus.Builder.class, BusScenarios::handling);
    rows.row(
            "onFailure(Consumer)",
            KEPT,
            (it, hook) -> {
              it.onFailure = hook;
              it.attack(it.bus.subscribe(TOPIC, it.failing(), AT_ONCE));
              it.publishTwice(TOPIC);
            })
        .holdsBack("a parked publishAndAwait", "it waits for the handler");
    rows.row(
        "onFailure, of a direct handler",
        BusScenarios::handling,
        KEPT,
        (it, hook) -> {
          it.onFailure = hook;
          it.attack(it.bus.subscribe(TOPIC, it.failing(), DIRECT));
          it.publishTwice(TOPIC);
        });
    rows.row(
            "a handler of failures",
            BusScenarios::handling,
            KEPT,
            (it, hook) -> {
              it.bus.subscribe(EventBus.FAILURES, failure -> hook.run(), AT_ONCE);
              it.attack(it.bus.subscribe(TOPIC, it.failing(), AT_ONCE));
              it.publishTwice(TOPIC);
            })
        .holdsBack("a parked publishAndAwait", "it waits for the handler");
    for (Row<Bus> row : rows.rows()) {
      refuseToWait(row).holdsBack("a parked awaitIdle", "it waits for the handler");
    }
    rows.row(
        "onFailure, of a key function",
        BusScenarios::publishing,
        KEPT,
        (it, hook) -> {
          it.onFailure = hook;
          it.attack(
              TOPIC,
              Hook.GENTLE,
              AT_ONCE.overflow(
                  Overflow.latestPerKey(
                      event -> {
                        if (!it.isOver) {
                          throw new IllegalArgumentException("a key function's own failure");
                        }
                        return event;
                      },
                      4)));
        });
    rows.row(
            "clock(LongSupplier)",
            BusScenarios::publishing,
            KEPT,
            (it, hook) -> {
              it.onClock = hook;
              it.attack(TOPIC, Hook.GENTLE, AT_ONCE.slowAfter(1));
            })
        .covers("clock(LongSupplier)");
    return rows.rows().stream().map(row -> row);
  }

  private static Stream<Row<?>> options() {
    Table<Bus> rows = new Table<>(SubscriptionOptions.class, BusScenarios::publishing);
    rows.row(
        "on(Executor)",
        KEPT,
        (it, hook) ->
            it.attack(
                TOPIC,
                Hook.GENTLE,
                SubscriptionOptions.queued()
                    .batchSize(1)
                    .on(
                        task -> {
                          hook.run();
                          task.run();
                        })));
    rows.row(
        "an executor that fails after it has run the task",
        BusScenarios::publishing,
        KEPT,
        (it, hook) ->
            it.attack(
                TOPIC,
                Hook.GENTLE,
                SubscriptionOptions.queued()
                    .batchSize(1)
                    .on(
                        task -> {
                          task.run();
                          hook.run();
                        })));
    rows.row(
        "an executor that fails once it has handed the task over",
        BusScenarios::publishing,
        KEPT,
        (it, hook) -> {
          List<CompletableFuture<?>> runners = new CopyOnWriteArrayList<>();
          CountDownLatch failed = new CountDownLatch(1);
          AtomicInteger calls = new AtomicInteger();
          EventHandler<Object> handler =
              it.handler(
                  () -> {
                    if (calls.getAndIncrement() == 0) {
                      awaitALittle(failed);
                    }
                  });
          it.attack(
              it.bus.subscribe(
                  TOPIC,
                  handler,
                  SubscriptionOptions.queued()
                      .on(
                          task -> {
                            CompletableFuture<?> runner = Threads.start("runner", task::run);
                            runners.add(runner);
                            Threads.until(
                                () -> calls.get() > 0 || runner.isDone(), "the runner to begin");
                            hook.run();
                          })));
          it.publishTwice(TOPIC);
          failed.countDown();
          runners.forEach(CompletableFuture::join);
        });
    return rows.rows().stream().map(row -> row);
  }

  private static Stream<Row<?>> keys() {
    Table<Bus> rows = new Table<>(Overflow.LatestPerKey.class, BusScenarios::publishing);
    rows.row(
        "new(Function,int)",
        KEPT,
        (it, hook) ->
            attackKeys(
                it,
                event -> {
                  hook.run();
                  return event;
                }));
    rows.row(
        "a key",
        BusScenarios::publishing,
        KEPT,
        (it, hook) -> attackKeys(it, event -> new HostileValue(1, hook)));
    rows.row(
            "a key that fails where its event is taken",
            BusScenarios::publishing,
            KEPT,
            (it, hook) -> {
              AtomicBoolean isRun = new AtomicBoolean();
              Overflow overflow =
                  Overflow.latestPerKey(
                      event ->
                          new HostileValue(
                              1,
                              () -> {
                                if (isRun.get()) {
                                  hook.run();
                                }
                              }),
                      4);
              Executor marking =
                  task -> {
                    isRun.set(true);
                    try {
                      task.run();
                    } finally {
                      isRun.set(false);
                    }
                  };
              it.attack(
                  it.bus.subscribe(
                      TOPIC,
                      event -> {},
                      SubscriptionOptions.queued().overflow(overflow).on(marking)));
              it.publishTwice(TOPIC);
            })
        .mayBeRefused();
    return rows.rows().stream().map(row -> row);
  }

  private static void awaitALittle(CountDownLatch latch) {
    try {
      var unused = latch.await(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void attackKeys(Bus it, Function<Object, Object> key) {
    it.attack(
        it.bus.subscribe(TOPIC, event -> {}, AT_ONCE.overflow(new Overflow.LatestPerKey(key, 4))));
    try {
      it.publishTwice(TOPIC);
    } catch (StackOverflowError passedOn) {
      it.publishTwice(TOPIC);
    }
  }

  private static Stream<Row<?>> values() {
    Table<Bus> rows = new Table<>(EventBus.class, BusScenarios::handling);
    rows.row(
        "publish(Topic,Object)",
        UNCALLED,
        (it, hook) -> {
          it.bus.publish(TOPIC, new HostileValue(1, hook));
          it.bus.publish(RETAINED, new HostileValue(1, hook));
          it.bus.publish(ELSEWHERE, new HostileValue(1, hook));
        });
    rows.row(
        "publishAndAwait(Topic,Object,Duration)",
        UNCALLED,
        (it, hook) -> {
          // On a short stack the event stays queued.
          Duration little = Duration.ofMillis(10);
          var unused = it.bus.publishAndAwait(TOPIC, new HostileValue(1, hook), little);
        });
    rows.row(
        "publishAll(Topic,List)", PASSED_ON, (it, hook) -> it.bus.publishAll(TOPIC, hostile(hook)));
    rows.row(
        "a request that is a hostile value",
        BusScenarios::handling,
        UNCALLED,
        (it, hook) -> {
          var unused = it.bus.request(OTHER_QUESTION, new HostileValue(1, hook), Gather.all(LONG));
        });
    Table<Bus> recording = new Table<>(RecordingHandler.class, BusScenarios::handling);
    recording.row(
        "onEvent(Object)",
        UNCALLED,
        (it, hook) -> {
          RecordingHandler<Object> recorded = new RecordingHandler<>(1);
          it.attack(it.bus.subscribe(TOPIC, recorded, AT_ONCE));
          it.bus.publish(TOPIC, new HostileValue(1, hook));
          Bus.hold(recorded.events().size() <= 1);
        });
    return Stream.concat(rows.rows().stream(), recording.rows().stream());
  }

  private static <T> List<T> hostile(Hook hook) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        throw new IndexOutOfBoundsException(index);
      }

      @Override
      public int size() {
        hook.run();
        return 0;
      }
    };
  }

  private static <K, V> Map<K, V> hostileMap(Hook hook) {
    return new AbstractMap<>() {
      @Override
      public Set<Map.Entry<K, V>> entrySet() {
        hook.run();
        return Set.of();
      }
    };
  }

  private static Stream<Row<?>> records() {
    EventCounts none = new EventCounts(0, 0, 0, Map.of());
    return Stream.of(
        row(
            DeadEvent.class,
            "new(String,Object)",
            UNCALLED,
            (it, hook) -> new DeadEvent("topic", new HostileValue(1, hook))),
        row(
            HandlerFailure.class,
            "new(long,String,String,Object,Throwable)",
            UNCALLED,
            (it, hook) ->
                new HandlerFailure(
                    1, "name", "topic", new HostileValue(1, hook), new IllegalStateException())),
        row(
            EventCounts.class,
            "new(long,long,long,Map)",
            PASSED_ON,
            (it, hook) -> new EventCounts(0, 0, 0, hostileMap(hook))),
        row(
            BusStats.class,
            "new(EventCounts,long,long,long,long,long,List)",
            PASSED_ON,
            (it, hook) -> new BusStats(none, 0, 0, 0, 0, 0, hostile(hook))),
        row(
            Delivery.class,
            "new(PublishResult,int,int,int,List)",
            PASSED_ON,
            (it, hook) -> new Delivery(PublishResult.ACCEPTED, 0, 0, 0, hostile(hook))),
        row(
            CloseReport.class,
            "new(List)",
            PASSED_ON,
            (it, hook) -> new CloseReport(hostile(hook))),
        row(
            CloseReport.Leftover.class,
            "new(long,String,List,boolean)",
            PASSED_ON,
            (it, hook) -> new CloseReport.Leftover(1, "name", hostile(hook), false)),
        row(
            Gathered.class,
            "new(Map,Map,List,boolean)",
            PASSED_ON,
            (it, hook) -> new Gathered<>(hostileMap(hook), Map.of(), List.of(), true)));
  }

  private static Row<Bus> row(Class<?> type, String signature, Fate fate, Row.Attack<Bus> attack) {
    return new Table<>(type, BusScenarios::handling).row(signature, fate, attack);
  }
}
