package io.latchless.stress.soak;

import io.latchless.stress.subjects.HistorySubject;
import io.latchless.stress.subjects.Turn;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every read returns written elements in order and once; each lost element is counted as
 * overwritten.
 */
public final class HistoryAccount {
  private HistoryAccount() {}

  /**
   * Runs several writers and two readers; at the end a single writer adds elements that must be
   * kept.
   *
   * @param capacity the number of elements that the history keeps
   * @param each the number of elements of each writer
   */
  public static List<String> audit(HistorySubject history, int capacity, int writers, int each)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger writing = new AtomicInteger(writers);
    Workers.run(
        writers + 2,
        member -> {
          if (member < writers) {
            for (int i = 0; i < each; i++) {
              history.add(member * each + i);
            }
            writing.decrementAndGet();
          } else {
            int limit = member == writers ? capacity : capacity / 2 + 1;
            lookOn(history, limit, writing, writers, each, findings);
          }
        });
    for (int i = 0; i < capacity; i++) {
      history.add(i);
    }
    settle(history, capacity, (long) writers * each + capacity, findings);
    return findings.list();
  }

  private static void lookOn(
      HistorySubject history,
      int limit,
      AtomicInteger writing,
      int writers,
      int each,
      Findings findings) {
    int[] last = new int[writers];
    long before = 0;
    while (writing.get() > 0) {
      int[] seen = history.newest(limit);
      findings.require(seen.length <= limit, "%d shown of at most %d", seen.length, limit);
      Arrays.fill(last, -1);
      for (int element : seen) {
        if (element < 0 || element >= writers * each) {
          findings.require(false, "element %d was never added", element);
          continue;
        }
        int writer = element / each;
        findings.require(element > last[writer], "%d came after %d", element, last[writer]);
        last[writer] = element;
      }
      long overwritten = history.overwritten();
      findings.require(overwritten >= before, "%d were overwritten, then %d", before, overwritten);
      before = overwritten;
      Turn.pass();
    }
  }

  private static void settle(
      HistorySubject history, int capacity, long written, Findings findings) {
    int[] once = history.newest(capacity);
    int[] again = history.newest(capacity);
    findings.require(
        Arrays.equals(once, again), "two reads have returned %d and %d", once.length, again.length);
    findings.require(
        once.length == Math.min(written, capacity), "%d of %d are kept", once.length, capacity);
    findings.require(
        history.written() == written, "%d of %d are counted", history.written(), written);
    findings.require(
        history.overwritten() + once.length == written && history.size() == once.length,
        "%d were written, %d overwritten, %d kept and %d shown",
        written,
        history.overwritten(),
        history.size(),
        once.length);
  }
}
