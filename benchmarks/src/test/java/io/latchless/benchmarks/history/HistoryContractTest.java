package io.latchless.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.BackgroundThread;
import io.latchless.benchmarks.workload.Together;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every history behaves like ours. */
@Timeout(60)
class HistoryContractTest {
  private static final String NAMES = "io.latchless.benchmarks.history.Histories#NAMES";

  @ParameterizedTest
  @FieldSource(NAMES)
  void keepsTheNewestInOrder(String name) {
    for (int capacity = 1; capacity <= 5; capacity++) {
      History<Integer> history = Histories.create(name, capacity);
      assertThat(history.newest(3)).isEmpty();
      for (int written = 1; written <= 20; written++) {
        history.add(written);
        int kept = Math.min(written, capacity);
        assertThat(history.overwritten()).isEqualTo(written - kept);
        for (int limit = 0; limit <= 7; limit++) {
          assertThat(history.newest(limit)).isEqualTo(upTo(written, Math.min(kept, limit)));
        }
      }
    }
  }

  private static List<Integer> upTo(int last, int count) {
    return IntStream.rangeClosed(last - count + 1, last).boxed().toList();
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void whatIsReadIsTheReaders(String name) {
    History<Integer> history = Histories.create(name, 2);
    history.add(1);
    List<Integer> read = history.newest(2);
    history.add(2);
    read.add(3);

    assertThat(read).containsExactly(1, 3);
    assertThat(history.newest(2)).containsExactly(1, 2);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void countsEveryWriteWhileOthersRead(String name) throws Exception {
    History<Integer> history = Histories.create(name, 64);
    AtomicInteger tooMany = new AtomicInteger();
    BackgroundThread reader =
        BackgroundThread.start(
            "reader",
            () -> {
              if (history.newest(100).size() > 64) {
                tooMany.getAndIncrement();
              }
            });

    Together.repeat(2, 20_000, () -> history.add(1));
    reader.stop();

    assertThat(history.overwritten()).isEqualTo(40_000 - 64);
    assertThat(history.newest(100)).hasSize(64);
    assertThat(tooMany).hasValue(0);
  }
}
