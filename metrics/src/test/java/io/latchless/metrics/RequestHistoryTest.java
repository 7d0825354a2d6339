package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestHistoryTest {
  private final RequestMetrics metrics = new RequestMetrics();
  private final RequestHistory<Integer> history = new RequestHistory<>(4, metrics);

  @Test
  void countsAllAndKeepsTheNewest() {
    for (int i = 1; i <= 10; i++) {
      history.record(i, i % 2 == 0 ? Outcome.SUCCESS : Outcome.FAILURE, 1, 1);
    }
    assertThat(history.newest(3)).containsExactly(8, 9, 10);
    assertThat(history.newest(100)).containsExactly(7, 8, 9, 10);
    assertThat(history.newest(100)).as("a look takes nothing out").hasSize(4);
    assertThat(history.metrics()).isSameAs(metrics);
    assertThat(metrics.snapshot().requests()).isEqualTo(10);
    assertThat(history.capacity()).isEqualTo(4);
  }

  @Test
  void theNewestOfThoseThatMatchAreFoundAmongAllThatAreKept() {
    for (int i = 1; i <= 6; i++) {
      history.record(i, Outcome.SUCCESS, 1, 1);
    }
    assertThat(history.newest(1, i -> i % 2 == 1)).containsExactly(5);
    assertThat(history.newest(9, i -> i % 2 == 1)).containsExactly(3, 5);
    assertThat(history.newest(0, i -> true)).isEmpty();
    assertThat(history.newest(9, i -> i > 6)).isEmpty();
    List<Integer> found = history.newest(9, i -> true);
    assertThatThrownBy(() -> found.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void anInterimResponseIsKeptAndNotCounted() {
    history.record(1, Outcome.INTERIM, 1, 1);
    assertThat(history.newest(1)).containsExactly(1);
    assertThat(metrics.snapshot().requests()).isZero();
  }

  @Test
  void badArgumentsAreNamedAndNothingIsRecorded() {
    assertThatThrownBy(() -> history.record(1, Outcome.SUCCESS, -1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes must be at least 0, was -1");
    assertThatThrownBy(() -> history.newest(-1, i -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit must be at least 0, was -1");
    assertThatThrownBy(() -> new RequestHistory<>(0, metrics))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("capacity must be from 1");
    assertThat(history.newest(9)).isEmpty();
  }
}
