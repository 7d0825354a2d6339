package io.latchless.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWalkTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 100, 1_024, 4_096, 5_000, 16_384, 65_536})
  void visitsKeysEquallyOften(int keys) {
    KeyWalk walk = KeyWalk.over(keys, number -> "key-" + number, 1);
    int length = Math.max(4_096, Integer.highestOneBit(keys));
    Map<String, Integer> visits = new HashMap<>();
    for (int i = 0; i < length; i++) {
      visits.merge(walk.next(), 1, Integer::sum);
    }

    assertThat(visits).hasSize(Math.min(keys, length));
    assertThat(visits.values()).allMatch(times -> Math.abs(times - length / keys) <= 1);
  }

  @Test
  void visitsPartOfVeryMany() {
    KeyWalk walk = KeyWalk.over(1_048_576, number -> "key-" + number, 1);
    Set<String> visited = new HashSet<>();
    for (int i = 0; i < 262_144; i++) {
      visited.add(walk.next());
    }

    assertThat(visited).hasSize(262_144);
  }

  @Test
  void seedsGiveOrdersOfTheirOwn() {
    assertThat(firstOf(1)).isEqualTo(firstOf(1)).isNotEqualTo(firstOf(2));
  }

  @Test
  void makesEachKeyOnce() {
    KeyWalk walk = KeyWalk.over(16, number -> "key-" + number, 1);
    Set<String> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < 4_096; i++) {
      objects.add(walk.next());
    }

    assertThat(objects).hasSize(16);
  }

  private static String firstOf(long seed) {
    KeyWalk walk = KeyWalk.over(100, number -> "key-" + number, seed);
    return String.join(
        " ", IntStream.range(0, 100).boxed().flatMap(i -> Stream.of(walk.next())).toList());
  }
}
