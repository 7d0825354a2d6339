package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.Overflow;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Creates buses from their names in the contests. */
final class Buses {
  static final String OURS = "EventBus";

  static final String LOCK_TABLE = "ReentrantReadWriteLock";
  static final String GUAVA = "Guava EventBus";
  static final String GREENROBOT = "greenrobot EventBus";
  static final String ARRAY = "array";

  static final String QUEUES = "ArrayBlockingQueue and thread each";
  static final String ACTORS = "synchronized actors";
  static final String WORKERS = "LinkedBlockingQueue and workers";
  static final String SUBMISSION = "SubmissionPublisher";
  static final String ASYNC_GUAVA = "Guava AsyncEventBus";
  static final String MBASSADOR = "MBassador";
  static final String SINKS = "Reactor Sinks";
  static final String DISRUPTOR = "Disruptor";

  /** The names of the buses that call handlers on the publisher's thread, ours first. */
  static final List<String> DIRECT = List.of(OURS, LOCK_TABLE, GUAVA, GREENROBOT, ARRAY);

  /** The names of the buses with queues that call each handler in order, ours first. */
  static final List<String> ORDERED = List.of(OURS, QUEUES, ACTORS, SUBMISSION, SINKS, DISRUPTOR);

  /** The names of the buses with queues whose workers overtake each other. */
  static final List<String> UNORDERED = List.of(WORKERS, ASYNC_GUAVA, MBASSADOR);

  /** The number of threads of every pool. */
  static final int THREADS = 2;

  /** The capacity of a queue. */
  static final int CAPACITY = 1_024;

  private static final Topic<DispatchTally> TOPIC =
      Topic.of("benchmarks.events", DispatchTally.class);

  private record Latchless(EventBus bus) implements Bus {
    @Override
    public void publish(DispatchTally event) {
      var unused = bus.publish(TOPIC, event);
    }

    @Override
    public void stop() throws InterruptedException {
      var unused = bus.close(Duration.ZERO);
    }
  }

  private Buses() {}

  /** Creates a bus that calls the handlers on the publisher's thread. */
  static Bus direct(String name, List<Handler> handlers) {
    return switch (name) {
      case OURS -> latchless(EventBus.builder().build(), handlers, SubscriptionOptions.direct());
      case LOCK_TABLE -> MutexBuses.table(handlers);
      case GUAVA -> GuavaBus.direct(handlers);
      case GREENROBOT -> new GreenrobotBus(handlers);
      case ARRAY -> array(handlers.toArray(Handler[]::new));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Bus array(Handler[] handlers) {
    return event -> {
      for (Handler handler : handlers) {
        handler.on(event);
      }
    };
  }

  /** Creates a bus that calls the handlers on threads of its own. */
  static Bus queued(String name, List<Handler> handlers, WhenFull whenFull) {
    return switch (name) {
      case OURS -> latchless(busWithQueues(whenFull), handlers, SubscriptionOptions.queued());
      case QUEUES -> MutexBuses.queues(handlers, whenFull);
      case ACTORS -> MutexBuses.actors(handlers, whenFull);
      case WORKERS -> MutexBuses.workers(handlers, whenFull);
      case SUBMISSION -> new SubmissionBus(handlers, whenFull);
      case ASYNC_GUAVA -> GuavaBus.queued(handlers, whenFull);
      case MBASSADOR -> new MbassadorBus(handlers, whenFull);
      case SINKS -> new SinksBus(handlers, whenFull);
      case DISRUPTOR -> new DisruptorBus(handlers, whenFull);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static EventBus busWithQueues(WhenFull whenFull) {
    return EventBus.builder()
        .workers(THREADS)
        .queueCapacity(CAPACITY)
        .overflow(
            whenFull == WhenFull.WAIT ? Overflow.block(Duration.ofDays(1)) : Overflow.dropNewest())
        .build();
  }

  private static Bus latchless(EventBus bus, List<Handler> handlers, SubscriptionOptions options) {
    for (Handler handler : handlers) {
      bus.subscribe(TOPIC, handler::on, options);
    }
    return new Latchless(bus);
  }

  /** Creates a pool of daemon threads. */
  static ThreadPoolExecutor pool(
      BlockingQueue<Runnable> queue, RejectedExecutionHandler whenRejected) {
    return new ThreadPoolExecutor(
        THREADS, THREADS, 0, TimeUnit.SECONDS, queue, Buses::daemon, whenRejected);
  }

  /** Creates a daemon thread. */
  static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "bus-worker");
    thread.setDaemon(true);
    return thread;
  }
}
