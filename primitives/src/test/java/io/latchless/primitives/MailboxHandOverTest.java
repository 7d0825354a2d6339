package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads hand over values, and every value is accounted for. */
@Timeout(60)
class MailboxHandOverTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Integer END = -1;

  private final Mailbox<Integer> mailbox = new Mailbox<>();

  @SuppressWarnings("ThreadPriorityCheck") // a hint: on few cores the consumer needs this one
  private void put(Integer value) {
    while (!mailbox.offer(value)) {
      Thread.yield();
    }
  }

  @Test
  void offeredValuesAreTakenOnceEach() throws Exception {
    int producers = 3;
    int consumers = 3;
    int each = 20_000;
    AtomicIntegerArray taken = new AtomicIntegerArray(producers * each);
    AtomicInteger open = new AtomicInteger(producers);
    Race.of(
        producers + consumers,
        index -> {
          if (index < producers) {
            for (int i = 0; i < each; i++) {
              put(index * each + i);
            }
            if (open.decrementAndGet() == 0) {
              for (int i = 0; i < consumers; i++) {
                put(END);
              }
            }
            return;
          }
          for (Integer value = mailbox.take(); !value.equals(END); value = mailbox.take()) {
            taken.incrementAndGet(value);
          }
        });
    assertEachOnce(taken);
    assertThat(mailbox.isEmpty()).isTrue();
    assertThat(mailbox.waiterCount()).isZero();
  }

  @Test
  void replacedValuesAreTakenOrDisplacedOnceEach() throws Exception {
    int producers = 2;
    int consumers = 2;
    int each = 50_000;
    AtomicIntegerArray seen = new AtomicIntegerArray(producers * each);
    AtomicInteger open = new AtomicInteger(producers);
    Race.of(
        producers + consumers,
        index -> {
          if (index < producers) {
            for (int i = 0; i < each; i++) {
              Integer displaced = mailbox.replace(index * each + i);
              if (displaced != null) {
                seen.incrementAndGet(displaced);
              }
            }
            open.decrementAndGet();
            return;
          }
          while (open.get() > 0 || !mailbox.isEmpty()) {
            Integer value = mailbox.poll();
            if (value != null) {
              seen.incrementAndGet(value);
            }
          }
        });
    assertEachOnce(seen);
  }

  /** If the wake-up for a value went to a waiter that gives up, another waiter must be woken. */
  @Test
  void noWakeUpIsLostToWaitersThatTimeOut() throws Exception {
    int values = 3_000;
    AtomicIntegerArray taken = new AtomicIntegerArray(values);
    AtomicInteger ended = new AtomicInteger();
    Race.of(
        5,
        index -> {
          if (index == 0) {
            for (int i = 0; i < values; i++) {
              put(i);
            }
            put(END);
            put(END);
          } else if (index < 3) {
            for (Integer value = mailbox.poll(LONG);
                value != null && !value.equals(END);
                value = mailbox.poll(LONG)) {
              taken.incrementAndGet(value);
            }
            ended.incrementAndGet();
          } else {
            while (ended.get() < 2) {
              Integer value = mailbox.poll(Duration.ofNanos(20_000L * index));
              if (value != null && value.equals(END)) {
                put(END);
              } else if (value != null) {
                taken.incrementAndGet(value);
              }
            }
          }
        });
    assertEachOnce(taken);
    assertThat(mailbox.waiterCount()).isZero();
  }

  @Test
  void noWakeUpIsLostToWaitersThatAreInterrupted() throws Exception {
    int rounds = 200;
    for (int round = 0; round < rounds; round++) {
      Race.Runner<Integer> first = Race.start(mailbox::take).untilParked();
      Race.Runner<Integer> second = Race.start(mailbox::take).untilParked();
      int value = round;
      Race.of(
          2,
          index -> {
            if (index == 0) {
              first.thread.interrupt();
            } else {
              assertThat(mailbox.offer(value)).isTrue();
            }
          });
      first.thread.join();
      boolean firstTookIt = hasTaken(first);
      if (firstTookIt) {
        assertThat(mailbox.offer(END)).isTrue();
      }
      assertThat(second.result()).isEqualTo(firstTookIt ? END : (Integer) value);
      assertThat(mailbox.isEmpty()).isTrue();
    }
  }

  private static boolean hasTaken(Race.Runner<Integer> runner) throws Exception {
    try {
      return runner.result() >= 0;
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(InterruptedException.class);
      return false;
    }
  }

  private static void assertEachOnce(AtomicIntegerArray counts) {
    for (int i = 0; i < counts.length(); i++) {
      if (counts.get(i) != 1) {
        throw new AssertionError("value " + i + " was seen " + counts.get(i) + " times");
      }
    }
  }
}
