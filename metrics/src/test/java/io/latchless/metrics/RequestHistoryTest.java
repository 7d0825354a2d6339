package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
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
  void recordsByStatusToo() {
    history.recordStatus(1, 200, 1, 1);
    history.recordStatus(2, 503, 1, 1);
    assertThat(history.newest(9)).containsExactly(1, 2);
    assertThat(metrics.snapshot().failures()).isEqualTo(1);
    assertThat(metrics.snapshot().successes()).isEqualTo(1);
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
  void aFilterIsAskedFromTheNewestBackAndMayRecord() {
    for (int i = 1; i <= 4; i++) {
      history.record(i, Outcome.SUCCESS, 1, 1);
    }
    List<Integer> asked = new ArrayList<>();
    List<Integer> found =
        history.newest(
            1,
            seen -> {
              asked.add(seen);
              history.record(seen + 10, Outcome.SUCCESS, 1, 1);
              return seen == 2;
            });
    assertThat(found).containsExactly(2);
    assertThat(asked).containsExactly(4, 3, 2);
    assertThat(history.newest(9)).containsExactly(4, 14, 13, 12);
    assertThat(metrics.snapshot().requests()).isEqualTo(7);
  }

  @Test
  void whatAFilterThrowsIsPassedOn() {
    history.record(1, Outcome.SUCCESS, 1, 1);
    assertThatThrownBy(
            () ->
                history.newest(
                    1,
                    seen -> {
                      throw new IllegalStateException("not " + seen);
                    }))
        .hasMessage("not 1");
    assertThat(history.newest(1)).containsExactly(1);
  }

  /**
   * Matches beyond the limit and overwritten requests can be collected while the result is
   * reachable.
   */
  @Test
  void nothingButWhatIsKeptAndWhatIsReturnedStaysReachable() {
    RequestHistory<byte[]> large = new RequestHistory<>(4, metrics);
    List<WeakReference<byte[]>> all = new ArrayList<>();
    record(large, all);
    List<byte[]> found = large.newest(1, seen -> true);
    assertThat(collected(all)).as("two overwritten").isEqualTo(2);

    record(large, all);
    assertThat(found).hasSize(1);
    assertThat(collected(all)).as("all but four kept and one found").isEqualTo(12 - 5);
    assertThat(found.get(0)).isSameAs(all.get(5).get());
  }

  private static void record(RequestHistory<byte[]> into, List<WeakReference<byte[]>> all) {
    for (int i = 0; i < 6; i++) {
      byte[] request = new byte[100];
      all.add(new WeakReference<>(request));
      into.record(request, Outcome.SUCCESS, 1, 1);
    }
  }

  private static long collected(List<WeakReference<byte[]>> all) {
    System.gc();
    return all.stream().filter(reference -> reference.refersTo(null)).count();
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
