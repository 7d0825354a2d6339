package io.latchless.stress.soak;

import io.latchless.stress.subjects.RingSubject;
import io.latchless.stress.subjects.Turn;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Every accepted element comes out once, and each producer's elements come out in order. */
public final class RingAccount {
  private static final int BATCH = 5;

  private RingAccount() {}

  /**
   * Runs producers and consumers, with single elements or batches, and one observer.
   *
   * @param capacity capacity of the ring, which no size may exceed
   * @param each the number of elements of each producer
   */
  public static List<String> audit(RingSubject ring, int capacity, int pairs, int each)
      throws InterruptedException {
    Findings findings = new Findings();
    BitSet came = new BitSet(pairs * each);
    AtomicInteger producing = new AtomicInteger(pairs);
    AtomicInteger consuming = new AtomicInteger(pairs);
    Workers.run(
        2 * pairs + 1,
        member -> {
          if (member < pairs) {
            produce(ring, member * each, each);
            producing.decrementAndGet();
          } else if (member < 2 * pairs) {
            BitSet mine = consume(ring, producing, pairs, each, findings);
            merge(mine, came, findings);
            consuming.decrementAndGet();
          } else {
            lookOn(ring, capacity, consuming, findings);
          }
        });
    findings.require(
        came.cardinality() == pairs * each, "element %d never came", came.nextClearBit(0));
    findings.require(ring.size() == 0, "%d are left of an empty ring", ring.size());
    return findings.list();
  }

  private static void produce(RingSubject ring, int first, int each) {
    int next = first;
    while (next < first + each) {
      int left = first + each - next;
      int accepted = next % 3 == 0 ? ring.fill(next, Math.min(left, BATCH)) : one(ring, next);
      next += accepted;
      if (accepted == 0) {
        Turn.pass();
      }
    }
  }

  private static int one(RingSubject ring, int element) {
    return ring.offer(element) ? 1 : 0;
  }

  private static void merge(BitSet mine, BitSet came, Findings findings) {
    synchronized (came) {
      findings.require(!came.intersects(mine), "an element was delivered to two consumers");
      came.or(mine);
    }
  }

  /**
   * Returns one bit for each element taken: compact enough for a long run, and able to show
   * duplicates.
   */
  private static BitSet consume(
      RingSubject ring, AtomicInteger producing, int pairs, int each, Findings findings) {
    BitSet mine = new BitSet(pairs * each);
    int[] last = new int[pairs];
    Arrays.fill(last, -1);
    int turn = 0;
    boolean over;
    do {
      over = producing.get() == 0;
      int taken;
      do {
        taken = 0;
        for (int element : turn++ % 2 == 0 ? ring.drain(BATCH) : single(ring.poll())) {
          taken++;
          if (element < 0 || element >= pairs * each) {
            findings.require(false, "element %d was never put in", element);
            continue;
          }
          findings.require(!mine.get(element), "element %d came twice", element);
          mine.set(element);
          int producer = element / each;
          findings.require(
              element > last[producer], "element %d came after %d", element, last[producer]);
          last[producer] = element;
        }
      } while (taken > 0);
      Turn.pass();
    } while (!over);
    return mine;
  }

  private static int[] single(int element) {
    return element == RingSubject.NOTHING ? new int[0] : new int[] {element};
  }

  private static void lookOn(
      RingSubject ring, int capacity, AtomicInteger consuming, Findings findings) {
    while (consuming.get() > 0) {
      int size = ring.size();
      findings.require(size >= 0 && size <= capacity, "%d elements in %d slots", size, capacity);
      int head = ring.peek();
      findings.require(head >= RingSubject.NOTHING, "element %d at the head", head);
      Turn.pass();
    }
  }
}
