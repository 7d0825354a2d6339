package io.latchless.stress.soak;

import io.latchless.stress.subjects.BlockingSubject;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** No element is lost or duplicated while waiters are interrupted and time out. */
public final class BlockingAccount {
  private static final int SHORT_NANOS = 100_000;
  private static final int TURNS_UNTIL_AN_INTERRUPT = 50;
  private static final int MOST_INTERRUPTS = 1_000_000;

  private BlockingAccount() {}

  /**
   * Runs producers and consumers, with and without timeouts, that are interrupted repeatedly. The
   * last producer closes the queue.
   *
   * @param each the number of elements of each producer
   */
  public static List<String> audit(BlockingSubject ring, int pairs, int each)
      throws InterruptedException {
    Findings findings = new Findings();
    BitSet came = new BitSet(pairs * each);
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger producing = new AtomicInteger(pairs);
    AtomicInteger interrupts = new AtomicInteger();
    Workers crew =
        Workers.start(
            2 * pairs,
            member -> {
              begun.incrementAndGet();
              if (member < pairs) {
                produce(ring, member * each, each, interrupts);
                if (producing.decrementAndGet() == 0) {
                  ring.close();
                }
              } else {
                BitSet mine = consume(ring, producing, pairs, each, interrupts, findings);
                merge(mine, came, findings);
              }
            });
    while (begun.get() < 2 * pairs) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < MOST_INTERRUPTS && !crew.endsWithin(1); i++) {
      crew.interrupt();
    }
    crew.join();
    findings.require(
        came.cardinality() == pairs * each,
        "%d of %d elements arrived",
        came.cardinality(),
        pairs * each);
    findings.require(ring.size() == 0, "%d are left of a drained ring", ring.size());
    findings.require(ring.waiterCount() == 0, "%d waiters were left behind", ring.waiterCount());
    findings.addAll(ring.objectionsAtRest(0, 0));
    findings.require(interrupts.get() > 0, "no thread was interrupted");
    return findings.list();
  }

  private static void produce(BlockingSubject ring, int first, int each, AtomicInteger interrupts) {
    int turn = 0;
    for (int next = first; next < first + each; ) {
      try {
        if (turn++ % TURNS_UNTIL_AN_INTERRUPT == 0) {
          Thread.currentThread().interrupt();
        }
        boolean accepted = next % 2 == 0 ? ring.put(next) : ring.offer(next, aShortTime());
        next += accepted ? 1 : 0;
      } catch (InterruptedException goOn) {
        interrupts.incrementAndGet();
      }
    }
  }

  private static BitSet consume(
      BlockingSubject ring,
      AtomicInteger producing,
      int pairs,
      int each,
      AtomicInteger interrupts,
      Findings findings) {
    BitSet mine = new BitSet(pairs * each);
    int[] last = new int[pairs];
    Arrays.fill(last, -1);
    for (int turn = 0; ; turn++) {
      try {
        boolean patient = turn % 2 == 0;
        int element = patient ? ring.take() : ring.poll(aShortTime());
        if (element != BlockingSubject.NOTHING) {
          findings.require(!mine.get(element), "element %d came twice", element);
          mine.set(element);
          int producer = element / each;
          findings.require(
              element > last[producer], "element %d came after %d", element, last[producer]);
          last[producer] = element;
        } else if (patient) {
          findings.require(producing.get() == 0, "was told of the end too early");
          return mine;
        }
      } catch (InterruptedException goOn) {
        interrupts.incrementAndGet();
      }
    }
  }

  private static void merge(BitSet mine, BitSet came, Findings findings) {
    synchronized (came) {
      findings.require(!came.intersects(mine), "an element was delivered to two consumers");
      came.or(mine);
    }
  }

  private static Duration aShortTime() {
    return Duration.ofNanos(ThreadLocalRandom.current().nextInt(SHORT_NANOS));
  }
}
