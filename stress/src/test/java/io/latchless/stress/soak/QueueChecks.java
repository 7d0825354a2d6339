package io.latchless.stress.soak;

import io.latchless.eventbus.Overflow;
import io.latchless.stress.subjects.QueueSubject;
import io.latchless.stress.subjects.QueueSubject.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a queued subscription promises. The checks run its tasks themselves. Where calls race, a
 * handler or the function of the keys starts the second one, and waits until it parks or ends.
 */
public final class QueueChecks {
  private static final Duration LONG = Duration.ofDays(1);

  /** An executor that waits to be run. */
  private static final class Tasks {
    final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();

    void run() {
      for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
        task.run();
      }
    }

    Terms terms(Overflow overflow, int capacity, int batchSize) {
      return new Terms(overflow, capacity, batchSize, queue::add);
    }
  }

  private QueueChecks() {}

  private static void publish(QueueSubject queue, int events) {
    for (int event = 1; event <= events; event++) {
      queue.publish(event);
    }
  }

  /** Checks that each event is handled or counted as dropped. */
  public static List<String> drops(QueueSubject.Factory factory) {
    Findings findings = new Findings();
    Tasks tasks = new Tasks();
    List<Integer> handled = new ArrayList<>();
    QueueSubject queue = factory.create(handled::addAll, tasks.terms(Overflow.dropNewest(), 2, 1));
    publish(queue, 5);
    tasks.run();
    long accounted = handled.size() + queue.dropped();
    findings.require(accounted == 5, "%s of 5 events are accounted for", accounted);
    return findings.list();
  }

  /** Checks that a full queue drops its oldest events if that is its policy. */
  public static List<String> oldest(QueueSubject.Factory factory) {
    Findings findings = new Findings();
    Tasks tasks = new Tasks();
    List<Integer> handled = new ArrayList<>();
    QueueSubject queue = factory.create(handled::addAll, tasks.terms(Overflow.dropOldest(), 2, 1));
    publish(queue, 5);
    tasks.run();
    findings.require(
        handled.equals(List.of(4, 5)), "handled %s instead of the newest two", handled);
    return findings.list();
  }

  /** Checks that two handlers that fill each other's queues both return. */
  public static List<String> blocking(QueueSubject.Factory factory) throws InterruptedException {
    Findings findings = new Findings();
    Phaser both = new Phaser(2);
    AtomicInteger sending = new AtomicInteger();
    List<Tasks> tasks = List.of(new Tasks(), new Tasks());
    List<QueueSubject> queues = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int other = 1 - i;
      queues.add(
          factory.create(
              batch -> {
                if (batch.contains(1)) {
                  both.arriveAndAwaitAdvance();
                  sending.incrementAndGet();
                  queues.get(other).publish(2);
                  queues.get(other).publish(3);
                }
              },
              tasks.get(i).terms(Overflow.block(LONG), 1, 1)));
    }
    queues.forEach(each -> each.publish(1));
    Workers runners = Workers.start(2, member -> tasks.get(member).run());
    boolean haveEnded;
    do {
      haveEnded = runners.haveEndedAtRest();
    } while (!haveEnded && sending.get() < 2);
    findings.require(haveEnded, "two handlers wait for each other's queues");
    runners.interrupt();
    runners.join();
    return findings.list();
  }

  /** Checks that a batch stays as it was when its handler keeps it. */
  public static List<String> batches(QueueSubject.Factory factory) {
    Findings findings = new Findings();
    Tasks tasks = new Tasks();
    List<List<Integer>> batches = new ArrayList<>();
    QueueSubject queue = factory.create(batches::add, tasks.terms(Overflow.dropNewest(), 8, 2));
    publish(queue, 4);
    tasks.run();
    findings.require(
        batches.get(0).equals(List.of(1, 2)), "a batch was %s after the call", batches.get(0));
    return findings.list();
  }

  /** Checks that a slow subscription is reported once, and again after it has caught up. */
  public static List<String> slow(QueueSubject.Factory factory) {
    Findings findings = new Findings();
    Tasks tasks = new Tasks();
    QueueSubject queue = factory.create(batch -> {}, tasks.terms(Overflow.dropNewest(), 4, 4));
    publish(queue, 16);
    findings.require(queue.warnings() == 1, "%s warnings of one episode", queue.warnings());
    tasks.run();
    publish(queue, 4);
    findings.require(queue.warnings() == 2, "%s warnings of two episodes", queue.warnings());
    return findings.list();
  }

  /** Checks that an event that its publisher awaits is handled in its turn. */
  public static List<String> awaited(QueueSubject.Factory factory) throws InterruptedException {
    Findings findings = new Findings();
    Tasks tasks = new Tasks();
    AtomicInteger inside = new AtomicInteger();
    List<Integer> handled = new CopyOnWriteArrayList<>();
    QueueSubject[] queue = new QueueSubject[1];
    Racer awaiting = new Racer(() -> queue[0].publishAndAwait(2));
    queue[0] =
        factory.create(
            batch -> {
              findings.require(inside.incrementAndGet() == 1, "a call beside the runner's");
              handled.addAll(batch);
              if (batch.contains(1)) {
                awaiting.race();
              }
              inside.decrementAndGet();
            },
            tasks.terms(Overflow.dropNewest(), 4, 1));
    queue[0].publish(1);
    tasks.run();
    awaiting.join();
    findings.require(handled.equals(List.of(1, 2)), "handled %s", handled);
    return findings.list();
  }

  /** Checks that no call runs or starts once a subscription was closed with quiescence. */
  public static List<String> quiescence(QueueSubject.Factory factory) throws InterruptedException {
    Findings findings = new Findings();
    Tasks tasks = new Tasks();
    AtomicBoolean isOver = new AtomicBoolean();
    QueueSubject[] queue = new QueueSubject[1];
    Racer closing = new Racer(() -> isOver.set(queue[0].closeAndAwaitQuiescence()));
    queue[0] =
        factory.create(
            batch -> {
              findings.require(!isOver.get(), "%s was handled after closing", batch);
              if (batch.contains(1)) {
                closing.race();
                findings.require(!isOver.get(), "closing was over during a call");
              }
            },
            tasks.terms(Overflow.dropNewest(), 4, 1));
    publish(queue[0], 2);
    tasks.run();
    closing.join();
    findings.require(isOver.get(), "not quiescent without a call");
    findings.require(queue[0].dropped() == 1, "%s of one queued event dropped", queue[0].dropped());
    return findings.list();
  }

  /** Checks that a bus that is closed at once reports what is queued. */
  public static List<String> leftovers(QueueSubject.Factory factory) throws InterruptedException {
    Findings findings = new Findings();
    QueueSubject queue =
        factory.create(batch -> {}, new Tasks().terms(Overflow.dropNewest(), 3, 1));
    publish(queue, 3);
    List<?> left = queue.closeBus(Duration.ZERO);
    findings.require(left.equals(List.of(1, 2, 3)), "%s is left of three events", left);
    findings.require(queue.dropped() == 3, "%s of three events dropped", queue.dropped());
    return findings.list();
  }

  /** Checks that an event whose publisher is on its way while the bus closes is not lost. */
  public static List<String> lastLook(QueueSubject.Factory factory) throws InterruptedException {
    Findings findings = new Findings();
    List<Object> known = new CopyOnWriteArrayList<>();
    QueueSubject[] queue = new QueueSubject[1];
    Racer closing = new Racer(() -> known.addAll(queue[0].closeBus(LONG)));
    Overflow whileClosing =
        Overflow.latestPerKey(
            event -> {
              closing.race();
              return event;
            },
            4);
    queue[0] = factory.create(known::addAll, new Terms(whileClosing, 4, 1, Runnable::run));
    boolean isAccepted = queue[0].publish(1);
    closing.join();
    findings.require(
        !isAccepted || known.equals(List.of(1)), "accepted after the last look, and lost");
    return findings.list();
  }

  /** Another thread that a callback sends into the middle of an operation. */
  private static final class Racer {
    /** The operation of the other thread. */
    private interface Step {
      void run() throws InterruptedException;
    }

    private final Step step;
    private final List<Workers> started = new ArrayList<>();

    Racer(Step step) {
      this.step = step;
    }

    /** Starts the thread, and waits until it has ended or parks. */
    void race() {
      Workers racer = Workers.start(1, member -> step.run());
      started.add(racer);
      try {
        var unused = racer.haveEndedAtRest();
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
      }
    }

    void join() throws InterruptedException {
      for (Workers each : started) {
        each.join();
      }
    }
  }
}
