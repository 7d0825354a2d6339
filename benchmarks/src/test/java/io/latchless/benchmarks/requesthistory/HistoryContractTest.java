package io.latchless.benchmarks.requesthistory;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.Together;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every history counts all requests and keeps the newest. */
@Timeout(60)
class HistoryContractTest {
  private static final String NAMES =
      "io.latchless.benchmarks.requesthistory.RequestHistories#NAMES";
  private static final int CAPACITY = 8;

  private static Exchange exchange(int number) {
    return new Exchange(number % 2 == 0, number, 1_000);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void keepsTheNewest(String name) {
    RecentRequests history = RequestHistories.create(name, CAPACITY);
    for (int i = 0; i < 20; i++) {
      history.record(exchange(i));
    }

    assertThat(history.newest(3)).isEqualTo(List.of(exchange(17), exchange(18), exchange(19)));
    assertThat(history.newest(CAPACITY)).hasSize(CAPACITY).startsWith(exchange(12));
    assertThat(history.totals())
        .isEqualTo(new RecentRequests.Totals(10, 10, 190, 20_000, 1_000, 1_000));
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void losesNoRequest(String name) throws Exception {
    RecentRequests history = RequestHistories.create(name, CAPACITY);
    Together.repeat(2, 50_000, () -> history.record(exchange(1)));

    assertThat(history.totals().failures()).isEqualTo(100_000);
    assertThat(history.newest(CAPACITY)).hasSize(CAPACITY).containsOnly(exchange(1));
  }
}
