package io.latchless.benchmarks.handlers;

import io.latchless.benchmarks.workload.BackgroundThread;
import io.latchless.benchmarks.workload.Mix;
import io.latchless.benchmarks.workload.Pace;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Calls the handlers of one topic after the other, optionally while subscriptions come and go. */
@State(Scope.Benchmark)
public class Dispatch {
  /**
   * The first number for short-lived handlers. Their numbers are unique, because some subjects
   * remove the first equal handler.
   */
  static final int NEWCOMERS = 1_000;

  @Param({
    Dispatchers.OURS,
    Dispatchers.UNDISTURBED,
    Dispatchers.QUIESCENT,
    Dispatchers.READ_WRITE_LOCK,
    Dispatchers.LOCK,
    Dispatchers.LISTS,
    Dispatchers.EVENT_BUS
  })
  public String subject;

  /** The number of handlers per topic. */
  @Param("8")
  public int handlers;

  /** The number of subscriptions made and closed per second. */
  @Param("0")
  public int subscriptionsPerSecond;

  @Param("0")
  public int work;

  private Dispatcher dispatcher;
  private @Nullable BackgroundThread subscriber;

  @Setup
  public void create() {
    dispatcher = filled(subject, handlers);
    if (subscriptionsPerSecond > 0 && !subject.equals(Dispatchers.UNDISTURBED)) {
      subscriber = subscriber(dispatcher, subscriptionsPerSecond);
    }
  }

  static Object structure(String subject, int handlers) {
    Dispatcher dispatcher = filled(subject, handlers);
    return dispatcher instanceof LatchlessDispatcher ours ? ours.registry() : dispatcher;
  }

  static Dispatcher filled(String subject, int handlers) {
    Dispatcher dispatcher = Dispatchers.create(subject);
    // An event bus treats all topics as one.
    int topics = subject.equals(Dispatchers.EVENT_BUS) ? 1 : Topics.COUNT;
    for (int topic = 0; topic < topics; topic++) {
      for (int i = 0; i < handlers; i++) {
        var unused = dispatcher.subscribe(Topics.topic(topic), Handler.numbered(topic + i));
      }
    }
    return dispatcher;
  }

  private static BackgroundThread subscriber(Dispatcher dispatcher, int subscriptionsPerSecond) {
    Pace pace = Pace.perSecond(2 * subscriptionsPerSecond);
    Random random = new Random();
    return BackgroundThread.start(
        "subscriber",
        () -> {
          pace.awaitTurn();
          int topic = random.nextInt(Topics.COUNT);
          var registration =
              dispatcher.subscribe(Topics.topic(topic), Handler.numbered(NEWCOMERS + topic));
          pace.awaitTurn();
          registration.close();
        });
  }

  @TearDown
  public void stop() throws InterruptedException {
    if (subscriber != null) {
      subscriber.stop();
    }
  }

  @Benchmark
  public long dispatch(Topics topics) {
    dispatcher.dispatch(topics.next(), topics.tally());
    return topics.tally().value();
  }

  @Benchmark
  public long share(Topics topics, Mix mix) {
    Blackhole.consumeCPU(work);
    if (mix.nextIsWrite()) {
      dispatcher.subscribe(topics.next(), topics.newcomer()).close();
      return 0;
    }
    return dispatch(topics);
  }
}
