package io.latchless.stress.soak;

import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.RingBufferClosedException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Random operations of a few threads on a queue, until all are at rest. Then one thread is
 * interrupted while an element is added or taken, and finally the queue is closed.
 */
public final class RestAccount {
  private static final int MEMBERS = 4;
  private static final int ACTS = 4;
  private static final int CAPACITY = 2;
  private static final int SHORT_NANOS = 50_000;
  private static final long A_LOOK_NANOS = 20_000;
  private static final long PATIENCE_SECONDS = 20;

  private static final int ABOUT_TO_BEGIN = 0;
  private static final int BUSY = 1;
  private static final int CONSUMES = 2;
  private static final int PRODUCES = 3;

  private final BlockingRingBuffer<Integer> queue = new BlockingRingBuffer<>(CAPACITY);
  private final AtomicIntegerArray roles = new AtomicIntegerArray(MEMBERS);

  private RestAccount() {}

  /** Plays rounds, each with a fresh queue; ends at the first failure. */
  public static List<String> audit(int rounds, long seed) throws InterruptedException {
    Findings findings = new Findings();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < rounds && findings.list().isEmpty(); round++) {
      new RestAccount().play(random, findings);
    }
    return findings.list();
  }

  private void play(SplittableRandom random, Findings findings) throws InterruptedException {
    SplittableRandom[] randoms = new SplittableRandom[MEMBERS];
    for (int i = 0; i < MEMBERS; i++) {
      randoms[i] = random.split();
    }
    Workers crew = Workers.start(MEMBERS, member -> act(member, randoms[member]));
    findings.addAll(objectionsOnceAtRest(crew));
    crew.interrupt(random.nextInt(MEMBERS));
    var unused = random.nextBoolean() ? queue.offer(0) : queue.poll() != null;
    findings.addAll(objectionsOnceAtRest(crew));
    queue.close();
    boolean ended = crew.endsWithin(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    findings.require(ended, "a thread has outlived close");
    if (ended) {
      crew.join();
      findings.addAll(Rest.objections(queue, 0, 0));
    } else {
      crew.interrupt();
    }
  }

  private List<String> objectionsOnceAtRest(Workers crew) {
    long start = System.nanoTime();
    List<String> objections;
    do {
      LockSupport.parkNanos(A_LOOK_NANOS);
      objections =
          members(ABOUT_TO_BEGIN) == 0 && crew.isAtRest()
              ? Rest.objections(queue, members(CONSUMES), members(PRODUCES))
              : List.of("a thread neither ends nor parks");
    } while (!objections.isEmpty()
        && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
    return objections;
  }

  private int members(int role) {
    int members = 0;
    for (int i = 0; i < MEMBERS; i++) {
      members += roles.get(i) == role ? 1 : 0;
    }
    return members;
  }

  private void act(int member, SplittableRandom random) {
    roles.set(member, BUSY);
    for (int i = 0; i < ACTS; i++) {
      int act = random.nextInt(10);
      try {
        act(member, act, random.nextInt(SHORT_NANOS));
      } catch (InterruptedException | IllegalArgumentException goOn) {
        roles.set(member, BUSY);
      } catch (RingBufferClosedException told) {
        roles.set(member, BUSY);
        return;
      }
    }
  }

  private void act(int member, int act, int nanos) throws InterruptedException {
    switch (act) {
      case 0, 1 -> {
        roles.set(member, CONSUMES);
        queue.take();
      }
      case 2, 3 -> {
        roles.set(member, PRODUCES);
        queue.put(act);
      }
      case 4 -> {
        roles.set(member, CONSUMES);
        queue.poll(nanos, TimeUnit.NANOSECONDS);
      }
      case 5 -> {
        roles.set(member, PRODUCES);
        var unused = queue.offer(act, nanos, TimeUnit.NANOSECONDS);
      }
      case 6 -> queue.remove(queue.peek());
      case 7 -> queue.drain(element -> {}, CAPACITY);
      case 8 -> queue.fill(() -> 1, CAPACITY);
      default ->
          queue.fill(
              () -> {
                throw new IllegalArgumentException("supplier");
              },
              CAPACITY);
    }
    roles.set(member, BUSY);
  }
}
