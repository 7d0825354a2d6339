package io.latchless.stress.soak;

import io.latchless.stress.subjects.MapSubject;
import io.latchless.stress.subjects.MapSubject.Moment;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Every addition is in the sum, and an amount moved between keys is never missing. */
public final class MapAccount {
  /** More keys than a flat table holds, so that nodes are replaced. */
  private static final int KEYS = 100;

  private static final int SHARED = 0;
  private static final int AMOUNT = 1000;

  private MapAccount() {}

  /** Adds from several threads to one shared key, and to one key of each thread. */
  public static List<String> additions(MapSubject map, int threads, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    BitSet granted = new BitSet();
    Workers.run(
        threads,
        member -> {
          BitSet mine = new BitSet();
          int own = 1 + member;
          for (int i = 1; i <= rounds; i++) {
            int sum = map.add(SHARED, 1);
            findings.require(!mine.get(sum), "sum %d was granted twice", sum);
            mine.set(sum);
            int ownSum = map.add(own, 1);
            findings.require(ownSum == i, "addition %d has led to %d", i, ownSum);
          }
          synchronized (granted) {
            findings.require(!granted.intersects(mine), "a sum was granted to two threads");
            granted.or(mine);
          }
        });
    findings.require(
        map.get(SHARED) == threads * rounds,
        "%d additions have led to %d",
        threads * rounds,
        map.get(SHARED));
    Moment end = map.moment();
    findings.require(
        end.sum() == 2 * threads * rounds && end.version() == 2L * threads * rounds,
        "%d additions are %d at version %d in all",
        2 * threads * rounds,
        end.sum(),
        end.version());
    return findings.list();
  }

  /** Moves amounts between keys in several writers, while one reader sums all keys. */
  public static List<String> moves(MapSubject map, int writers, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    for (int key = 0; key < KEYS; key++) {
      map.put(key, AMOUNT);
    }
    AtomicInteger writing = new AtomicInteger(writers);
    Workers.run(
        writers + 1,
        member -> {
          if (member < writers) {
            for (int i = 0; i < rounds; i++) {
              int from = ThreadLocalRandom.current().nextInt(KEYS);
              map.move(from, (from + 1 + i % (KEYS - 1)) % KEYS, 1);
            }
            writing.decrementAndGet();
          } else {
            long last = 0;
            boolean over;
            do {
              over = writing.get() == 0;
              last = look(map, last, findings);
            } while (!over);
          }
        });
    long expected = KEYS + (long) writers * rounds;
    long end = map.moment().version();
    findings.require(end == expected, "%d changes have led to version %d", expected, end);
    return findings.list();
  }

  private static long look(MapSubject map, long last, Findings findings) {
    Moment seen = map.moment();
    int first = seen.sum();
    int second = seen.sum();
    findings.require(first == KEYS * AMOUNT, "a total of %d at version %d", first, seen.version());
    findings.require(
        first == second, "a total of %d and then %d at version %d", first, second, seen.version());
    findings.require(
        seen.entries().size() == KEYS, "%d keys at version %d", seen.entries().size(), last);
    findings.require(seen.version() >= last, "went back from %d to %d", last, seen.version());
    return seen.version();
  }
}
