package io.latchless.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every process holder behaves like ours. */
@Timeout(60)
class ProcessContractTest {
  private static final String NAMES = "io.latchless.benchmarks.process.ProcessHolders#NAMES";

  private Instant now = Instant.EPOCH;

  private ProcessHolder process(String name) {
    return ProcessHolders.create(name, () -> now, (listener, thrown) -> {});
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void keepsTheWholeTupleTogether(String name) {
    ProcessHolder process = process(name);
    assertThat(process.markRunning(0)).isTrue();
    now = now.plusSeconds(5);
    assertThat(process.markExited(0, 3)).isTrue();

    assertThat(process.get())
        .isEqualTo(
            new ProcessSnapshot(ProcessStatus.FAILED, 0, 2, Instant.EPOCH, now, OptionalInt.of(3)));
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void refusesWhatComesTooLate(String name) {
    ProcessHolder process = process(name);

    assertThat(process.restart(0)).isFalse();
    assertThat(process.markExited(0, 0)).isFalse();
    assertThat(process.markStopped(0, 1)).isFalse();
    assertThat(process.markStopped(0)).isTrue();
    assertThat(process.markRunning(0)).isFalse();
    assertThat(process.restart(0)).isTrue();
    assertThat(process.restart(0)).isFalse();
    assertThat(process.markFailed(0)).isFalse();
    assertThat(process.markFailed(1)).isTrue();
    assertThat(process.get().version()).isEqualTo(3);
    assertThatIllegalArgumentException().isThrownBy(() -> process.markRunning(2));
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void speaksOfTheGenerationThatWasCurrent(String name) throws Exception {
    ProcessHolder process = process(name);
    List<ProcessStatus> told = new ArrayList<>();
    process.addListener((from, to) -> told.add(to.status()));
    CompletableFuture<ProcessSnapshot> over = process.whenOver();
    process.markRunning(0);
    assertThat(process.awaitReached(ProcessStatus.PENDING, Duration.ZERO)).isTrue();
    assertThat(process.awaitReached(ProcessStatus.SUCCESS, Duration.ofMillis(1))).isFalse();
    process.markExited(0, 0);
    process.restart(0);

    assertThat(over.get().status()).isEqualTo(ProcessStatus.SUCCESS);
    assertThat(process.awaitReached(ProcessStatus.SUCCESS, Duration.ZERO)).isFalse();
    assertThat(process.whenOver()).isNotDone();
    assertThat(told)
        .containsExactly(ProcessStatus.RUNNING, ProcessStatus.SUCCESS, ProcessStatus.PENDING);
  }
}
