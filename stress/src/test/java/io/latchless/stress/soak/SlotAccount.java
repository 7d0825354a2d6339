package io.latchless.stress.soak;

import io.latchless.stress.subjects.SlotSubject;
import io.latchless.stress.subjects.Turn;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Every accepted batch is delivered exactly once. */
public final class SlotAccount {
  private SlotAccount() {}

  public static List<String> audit(SlotSubject slot, int pairs, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicIntegerArray delivered = new AtomicIntegerArray(pairs * rounds + 1);
    AtomicInteger producing = new AtomicInteger(pairs);
    Workers.run(
        2 * pairs,
        member -> {
          if (member < pairs) {
            produce(slot, member * rounds, rounds);
            producing.decrementAndGet();
          } else {
            consume(slot, producing, delivered);
          }
        });
    for (int batch = 1; batch < delivered.length(); batch++) {
      findings.require(
          delivered.get(batch) == 1, "batch %d came %d times", batch, delivered.get(batch));
    }
    findings.require(
        delivered.get(SlotSubject.NOTHING) == 0,
        "%d batches came without data",
        delivered.get(SlotSubject.NOTHING));
    return findings.list();
  }

  private static void produce(SlotSubject slot, int from, int rounds) {
    for (int i = 1; i <= rounds; i++) {
      while (!slot.offer(from + i)) {
        Turn.pass();
      }
    }
  }

  private static void consume(
      SlotSubject slot, AtomicInteger producing, AtomicIntegerArray delivered) {
    boolean last;
    int taken = SlotSubject.NOTHING;
    do {
      last = producing.get() == 0;
      int batch;
      while ((batch = slot.poll()) != SlotSubject.NOTHING) {
        delivered.incrementAndGet(batch);
        taken = batch;
        pause(taken);
      }
      pause(taken);
    } while (!last);
  }

  /** Alternates between fast and slow phases, so that both a full and an empty slot are common. */
  private static void pause(int taken) {
    if ((taken & 64) == 0) {
      Turn.rest();
    } else {
      Turn.pass();
    }
  }
}
