package io.latchless.benchmarks.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every map behaves like ours, as far as the contests need it. */
@Timeout(60)
class SharedMapContractTest {
  private static final String NAMES = "io.latchless.benchmarks.map.SharedMaps#NAMES";

  @SuppressWarnings("unused") // by whatWasReadAtOneMomentStaysAsItWas
  private static final List<String> CONSISTENT =
      SharedMaps.NAMES.stream()
          .filter(name -> !List.of(SharedMaps.CONCURRENT, SharedMaps.CAFFEINE).contains(name))
          .toList();

  @ParameterizedTest
  @FieldSource(NAMES)
  void doesWhatAMapDoes(String name) {
    Map<String, Integer> expected = new HashMap<>(Processes.first(20));
    SharedMap<String, Integer> map = SharedMaps.create(name, expected);
    Random random = new Random(1);
    for (int step = 0; step < 3_000; step++) {
      String key = Processes.name(random.nextInt(50));
      assertThat(map.get(key)).isEqualTo(expected.get(key));
      if (random.nextBoolean()) {
        map.put(key, step);
        expected.put(key, step);
      } else {
        map.remove(key);
        expected.remove(key);
      }
      assertThat(map.get(key)).isEqualTo(expected.get(key));
      assertThat(map.all()).as("step %s", step).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void startsWithWhatItIsGiven(String name) {
    Map<String, Integer> given = Processes.first(1_024);

    assertThat(SharedMaps.create(name, given).all()).isEqualTo(given).hasSize(1_024);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void losesNoChange(String name) throws Exception {
    SharedMap<Integer, Integer> map = SharedMaps.create(name, Map.of());
    AtomicInteger next = new AtomicInteger();

    Together.repeat(
        2,
        1_000,
        () -> {
          int number = next.incrementAndGet();
          map.put(number, number);
          map.put(-number, number);
          map.remove(number);
        });

    Map<Integer, Integer> expected = new HashMap<>();
    for (int number = 1; number <= 2_000; number++) {
      expected.put(-number, number);
    }
    assertThat(map.all()).isEqualTo(expected);
  }

  @ParameterizedTest
  @FieldSource("CONSISTENT")
  void whatWasReadAtOneMomentStaysAsItWas(String name) {
    SharedMap<String, Integer> map = SharedMaps.create(name, Processes.first(100));
    Map<String, Integer> all = map.all();
    map.put(Processes.name(7), -1);
    map.remove(Processes.name(8));

    assertThat(all).isEqualTo(Processes.first(100));
  }
}
