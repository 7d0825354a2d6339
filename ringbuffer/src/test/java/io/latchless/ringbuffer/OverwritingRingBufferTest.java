package io.latchless.ringbuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverwritingRingBufferTest {
  @Test
  void keepsTheNewestInOrderAtAnyPosition() {
    for (long start : Rings.STARTS) {
      for (int capacity = 1; capacity <= 9; capacity++) {
        OverwritingRingBuffer<Integer> ring = new OverwritingRingBuffer<>(capacity, start);
        for (int written = 1; written <= 50; written++) {
          ring.add(written);
          int kept = Math.min(written, capacity);
          assertThat(ring.size()).isEqualTo(kept);
          assertThat(ring.written()).isEqualTo(written);
          assertThat(ring.overwritten()).isEqualTo(written - kept);
          assertThat(ring.newest(1_000)).isEqualTo(upTo(written, kept));
          assertThat(ring.newest(3)).isEqualTo(upTo(written, Math.min(kept, 3)));
          assertThat(ring.newest(0)).isEmpty();
        }
      }
    }
  }

  private static List<Integer> upTo(int last, int count) {
    return IntStream.rangeClosed(last - count + 1, last).boxed().toList();
  }

  @Test
  void showsAConsumerTheSame() {
    OverwritingRingBuffer<Integer> ring = new OverwritingRingBuffer<>(4);
    IntStream.range(0, 10).forEach(ring::add);
    List<Integer> shown = new ArrayList<>();
    assertThat(ring.newest(3, shown::add)).isEqualTo(3);
    assertThat(shown).containsExactly(7, 8, 9);
  }

  @Test
  void refusesBadArguments() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OverwritingRingBuffer<>(0))
        .withMessageMatching("capacity must be from 1 to \\d+, was 0");
    OverwritingRingBuffer<Integer> ring = new OverwritingRingBuffer<>(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ring.newest(-1))
        .withMessage("limit must be at least 0, was -1");
    assertThat(ring).hasToString("OverwritingRingBuffer[0 of 1, 0 overwritten]");
  }

  @Test
  void readersSeeEachWritersElementsInOrderWhileItWrites() throws Exception {
    OverwritingRingBuffer<long[]> ring = new OverwritingRingBuffer<>(64);
    AtomicBoolean over = new AtomicBoolean();
    List<String> wrong = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              while (!over.get()) {
                long[] last = {-1, -1};
                for (long[] element : ring.newest(64)) {
                  int writer = (int) element[0];
                  if (element[1] <= last[writer]) {
                    wrong.add(element[1] + " after " + last[writer]);
                  }
                  last[writer] = element[1];
                }
              }
            },
            "reader");
    reader.start();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int writer = i;
      Thread thread =
          new Thread(
              () -> {
                for (long n = 0; n < 200_000; n++) {
                  ring.add(new long[] {writer, n});
                }
              },
              "writer-" + i);
      writers.add(thread);
      thread.start();
    }
    for (Thread thread : writers) {
      thread.join();
    }
    over.set(true);
    reader.join();
    assertThat(wrong).isEmpty();
    assertThat(ring.overwritten()).isEqualTo(2 * 200_000 - 64);
  }
}
