package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import io.latchless.benchmarks.workload.BackgroundThread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** Buses with mutexes. Each finds its subscribers in a table behind a read-write lock. */
final class MutexBuses {
  /** One subscriber, as the table's publishers see it. */
  interface Inlet<T> {
    /** Brings an event to the subscriber. */
    void put(T event) throws InterruptedException;

    /** Ends the thread of this subscriber, if it has one. */
    default void stop() throws InterruptedException {}
  }

  /** Immutable lists by topic. A publisher holds the lock only while it looks a list up. */
  private static final class LockTable implements Bus {
    private static final String TOPIC = "benchmarks.events";

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, List<Inlet<DispatchTally>>> table = new HashMap<>();

    LockTable(List<Handler> handlers, Function<Handler, Inlet<DispatchTally>> inlet) {
      table.put(TOPIC, handlers.stream().map(inlet).toList());
    }

    @Override
    public void publish(DispatchTally event) throws InterruptedException {
      for (Inlet<DispatchTally> inlet : subscribers()) {
        inlet.put(event);
      }
    }

    private List<Inlet<DispatchTally>> subscribers() {
      lock.readLock().lock();
      try {
        return table.getOrDefault(TOPIC, List.of());
      } finally {
        lock.readLock().unlock();
      }
    }

    @Override
    public void stop() throws InterruptedException {
      for (Inlet<DispatchTally> inlet : subscribers()) {
        inlet.stop();
      }
    }
  }

  /** A queue behind a lock, and a thread that empties it. */
  static final class QueueWithThread<T> implements Inlet<T> {
    private final BlockingQueue<T> queue = new ArrayBlockingQueue<>(Buses.CAPACITY);
    private final WhenFull whenFull;
    private final BackgroundThread thread;

    QueueWithThread(Consumer<? super T> handler, WhenFull whenFull) {
      this.whenFull = whenFull;
      BlockingQueue<T> events = queue;
      thread = BackgroundThread.start("subscriber", () -> handler.accept(events.take()));
    }

    @Override
    public void put(T event) throws InterruptedException {
      whenFull.put(queue, event);
    }

    @Override
    public void stop() throws InterruptedException {
      thread.stop();
    }
  }

  /** Events behind a monitor, which a pool empties while a flag is set. */
  static final class Actor<T> implements Inlet<T> {
    /** The number of events after which the actor goes to the back of the pool's line. */
    private static final int BATCH = 64;

    private final ArrayDeque<T> events = new ArrayDeque<>(Buses.CAPACITY);
    private final Consumer<? super T> handler;
    private final WhenFull whenFull;
    private final ExecutorService pool;
    private boolean isScheduled;

    Actor(Consumer<? super T> handler, WhenFull whenFull, ExecutorService pool) {
      this.handler = handler;
      this.whenFull = whenFull;
      this.pool = pool;
    }

    @Override
    public void put(T event) throws InterruptedException {
      synchronized (this) {
        while (events.size() == Buses.CAPACITY) {
          if (whenFull == WhenFull.DROP) {
            return;
          }
          wait();
        }
        events.add(event);
        if (isScheduled) {
          return;
        }
        isScheduled = true;
      }
      pool.execute(this::handle);
    }

    private void handle() {
      for (int handled = 0; handled < BATCH; handled++) {
        T event;
        synchronized (this) {
          event = events.poll();
          if (event == null) {
            isScheduled = false;
            return;
          }
          if (events.size() == Buses.CAPACITY - 1) {
            notifyAll();
          }
        }
        handler.accept(event);
      }
      pool.execute(this::handle);
    }

    @Override
    public void stop() {
      pool.shutdownNow();
    }
  }

  /** One queue of events for all subscribers, and workers that call the handlers. */
  private static final class Workers implements Bus {
    private final BlockingQueue<DispatchTally> queue = new LinkedBlockingQueue<>(Buses.CAPACITY);
    private final List<BackgroundThread> threads = new ArrayList<>();
    private final WhenFull whenFull;

    Workers(Bus handlers, WhenFull whenFull) {
      this.whenFull = whenFull;
      BlockingQueue<DispatchTally> events = queue;
      for (int i = 0; i < Buses.THREADS; i++) {
        threads.add(BackgroundThread.start("worker-" + i, () -> handlers.publish(events.take())));
      }
    }

    @Override
    public void publish(DispatchTally event) throws InterruptedException {
      whenFull.put(queue, event);
    }

    @Override
    public void stop() throws InterruptedException {
      for (BackgroundThread thread : threads) {
        thread.stop();
      }
    }
  }

  private MutexBuses() {}

  /** Creates a bus that calls the handlers on the publisher's thread. */
  static Bus table(List<Handler> handlers) {
    return new LockTable(handlers, handler -> handler::on);
  }

  /** Creates a bus with a queue and a thread for each subscriber. */
  static Bus queues(List<Handler> handlers, WhenFull whenFull) {
    return new LockTable(handlers, handler -> new QueueWithThread<>(handler::on, whenFull));
  }

  /** Creates a bus with an actor for each subscriber, and a pool. */
  static Bus actors(List<Handler> handlers, WhenFull whenFull) {
    ExecutorService pool = actorPool();
    return new LockTable(handlers, handler -> new Actor<>(handler::on, whenFull, pool));
  }

  /** Creates the pool of actors. Once stopped, it ignores actors that still have events. */
  static ExecutorService actorPool() {
    return Buses.pool(new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Creates a bus whose workers take any event and call all handlers. */
  static Bus workers(List<Handler> handlers, WhenFull whenFull) {
    return new Workers(table(handlers), whenFull);
  }
}
