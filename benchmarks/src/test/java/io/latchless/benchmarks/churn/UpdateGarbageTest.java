package io.latchless.benchmarks.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.latchless.benchmarks.map.Processes;
import io.latchless.benchmarks.map.SharedMap;
import io.latchless.benchmarks.map.SharedMaps;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model agrees with the JVM's counter, at the measured sizes and between them. */
class UpdateGarbageTest {
  private static final String ALL = "io.latchless.benchmarks.churn.UpdateGarbage#ALL";

  private static final double TOLERANCE = 0.15;

  /** Updates before compilation allocate objects that the compiler would eliminate. */
  private static final int WARM_UP = 100_000;

  private static final int MEASURED = 20_000;

  /** The maximum number of entries to copy in one measurement of a copied map. */
  private static final int MOST_COPIES = 500_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private int turn;

  @ParameterizedTest
  @FieldSource(ALL)
  void modelIsWhatIsCounted(UpdateGarbage garbage) {
    put(garbage, 16, WARM_UP);
    put(garbage, 100, WARM_UP);
    for (int entries :
        new int[] {16, 20, 32, 33, 50, 100, 700, 1_024, 5_000, 16_384, 100_000, 1_048_576}) {
      double model = garbage.bytesPerUpdate(entries);
      double counted = put(garbage, entries, updates(garbage, entries));
      assertThat(counted)
          .as("%s of %,d entries", garbage.map(), entries)
          .isCloseTo(model, within(Math.max(1, TOLERANCE * model)));
    }
  }

  private static int updates(UpdateGarbage garbage, int entries) {
    return garbage == UpdateGarbage.COPIED_HASH_MAP
        ? Math.min(MEASURED, 1 + MOST_COPIES / entries)
        : MEASURED;
  }

  /** Returns the bytes per update that the thread has allocated for updates of a new map. */
  private double put(UpdateGarbage garbage, int entries, int updates) {
    SharedMap<String, Integer> map = SharedMaps.create(garbage.map(), Processes.first(entries));
    String[] keys = new String[Math.min(entries, 1_000)];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Processes.name((int) ((long) i * entries / keys.length));
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < updates; i++) {
      map.put(keys[i % keys.length], Processes.value(turn++));
    }
    return (double) (threads.getCurrentThreadAllocatedBytes() - before) / updates;
  }

  @ParameterizedTest
  @FieldSource(ALL)
  void growsWithTheSizeFromFortyEntriesOn(UpdateGarbage garbage) {
    double last = garbage.bytesPerUpdate(40);
    for (int entries = 41; entries <= 1_048_576; entries = entries * 11 / 10) {
      double bytes = garbage.bytesPerUpdate(entries);
      assertThat(bytes).isGreaterThanOrEqualTo(last);
      last = bytes;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 15, 1_048_577, Integer.MAX_VALUE})
  void sizesThatWereNotMeasuredAreRefused(int entries) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UpdateGarbage.SNAPSHOT_MAP.bytesPerUpdate(entries))
        .withMessageStartingWith("entries must be from 16 to 1,048,576, was ");
  }
}
