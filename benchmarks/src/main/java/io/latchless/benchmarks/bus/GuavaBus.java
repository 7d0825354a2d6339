package io.latchless.benchmarks.bus;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;

/** Guava's event bus, alone or with a pool that gets a task for each event and handler. */
@SuppressWarnings("UnstableApiUsage") // EventBus has been in beta since 2012
final class GuavaBus {
  private record Direct(EventBus bus) implements Bus {
    @Override
    public void publish(DispatchTally event) {
      bus.post(event);
    }
  }

  private record Queued(EventBus bus, ExecutorService pool) implements Bus {
    @Override
    public void publish(DispatchTally event) {
      bus.post(event);
    }

    @Override
    public void stop() {
      pool.shutdownNow();
    }
  }

  /** A class, because the bus would merge equal records. */
  private static final class Concurrent {
    private final Handler handler;

    Concurrent(Handler handler) {
      this.handler = handler;
    }

    // Keeps the bus from serializing the calls with a lock.
    @AllowConcurrentEvents
    @Subscribe
    public void on(DispatchTally event) {
      handler.on(event);
    }
  }

  /** The bus calls it on one thread at a time, as our bus does, by means of a lock. */
  private static final class OneAtATime {
    private final Handler handler;

    OneAtATime(Handler handler) {
      this.handler = handler;
    }

    @Subscribe
    public void on(DispatchTally event) {
      handler.on(event);
    }
  }

  private GuavaBus() {}

  /** Creates a bus that calls the handlers on the publisher's thread. */
  static Bus direct(List<Handler> handlers) {
    EventBus bus = new EventBus();
    handlers.forEach(handler -> bus.register(new Concurrent(handler)));
    return new Direct(bus);
  }

  /** Creates a bus that calls the handlers on a pool. */
  static Bus queued(List<Handler> handlers, WhenFull whenFull) {
    RejectedExecutionHandler whenRejected =
        whenFull == WhenFull.WAIT ? GuavaBus::put : new ThreadPoolExecutor.DiscardPolicy();
    ExecutorService pool =
        Buses.pool(new ArrayBlockingQueue<>(Buses.CAPACITY * handlers.size()), whenRejected);
    EventBus bus = new AsyncEventBus(pool);
    handlers.forEach(handler -> bus.register(new OneAtATime(handler)));
    return new Queued(bus, pool);
  }

  private static void put(Runnable task, ThreadPoolExecutor pool) {
    try {
      pool.getQueue().put(task);
    } catch (InterruptedException stopped) {
      throw new RejectedExecutionException(stopped);
    }
  }
}
