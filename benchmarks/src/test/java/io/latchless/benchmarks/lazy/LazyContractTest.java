package io.latchless.benchmarks.lazy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.benchmarks.workload.Together;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every lazy value behaves like ours within one thread, and makes the value once for two threads.
 */
class LazyContractTest {
  private static final String NAMES = "io.latchless.benchmarks.lazy.Lazies#NAMES";

  private final AtomicInteger made = new AtomicInteger();
  private Supplier<String> self = () -> "";

  private String failOnce() throws IOException {
    if (made.incrementAndGet() == 1) {
      throw new IOException("on purpose");
    }
    return "value";
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void makesTheValueOnceForAll(String name) throws Exception {
    Supplier<Integer> lazy = Lazies.create(name, made::incrementAndGet, false);

    Together.repeat(2, 1_000, () -> assertThat(lazy.get()).isEqualTo(1));
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  @SuppressWarnings("NullAway") // T may be nullable, but its source root is not seen
  void takesNullForAValue(String name) {
    Supplier<String> lazy =
        Lazies.create(
            name,
            () -> {
              made.incrementAndGet();
              return null;
            },
            false);

    assertThat(lazy.get()).isNull();
    assertThat(lazy.get()).isNull();
    assertThat(made).hasValue(1);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void triesAgainAfterAFailure(String name) {
    Supplier<String> lazy = Lazies.create(name, this::failOnce, false);

    assertThatThrownBy(lazy::get).hasCauseInstanceOf(IOException.class);
    assertThat(lazy.get()).isEqualTo("value");
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void remembersAFailure(String name) {
    Supplier<String> lazy = Lazies.create(name, this::failOnce, true);

    assertThatThrownBy(lazy::get).hasCauseInstanceOf(IOException.class);
    assertThatThrownBy(lazy::get).hasCauseInstanceOf(IOException.class);
    assertThat(made).hasValue(1);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void tellsRecursion(String name) {
    self = Lazies.create(name, () -> self.get(), false);

    assertThatThrownBy(() -> self.get()).hasRootCauseInstanceOf(IllegalStateException.class);
  }
}
