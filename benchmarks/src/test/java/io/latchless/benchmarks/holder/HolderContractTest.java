package io.latchless.benchmarks.holder;

import static io.latchless.benchmarks.workload.Door.OPEN;
import static io.latchless.benchmarks.workload.Door.SHUT;
import static io.latchless.benchmarks.workload.Door.WALLED_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.latchless.benchmarks.workload.Door;
import io.latchless.benchmarks.workload.Light;
import io.latchless.benchmarks.workload.Together;
import io.latchless.primitives.StatusListener;
import io.latchless.primitives.StatusSnapshot;
import io.latchless.primitives.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every status holder behaves like ours. */
@Timeout(60)
class HolderContractTest {
  private static final String NAMES = "io.latchless.benchmarks.holder.Holders#NAMES";
  private static final Duration LONG = Duration.ofSeconds(30);

  private Instant now = Instant.EPOCH;
  private final List<Throwable> errors = new ArrayList<>();

  private Holder<Door, String> door(String name) {
    InstantSource clock = () -> now;
    return Holders.create(
        name, Door.GRAPH, "built", clock, (listener, thrown) -> errors.add(thrown));
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void keepsStateVersionTimeAndDataTogether(String name) {
    Holder<Door, String> door = door(name);
    now = Instant.EPOCH.plusSeconds(2);
    StatusSnapshot<Door, String> open = door.transition(OPEN, "day");
    now = Instant.EPOCH;

    assertThat(open).isEqualTo(new StatusSnapshot<>(OPEN, 1L, now.plusSeconds(2), "day"));
    assertThat(door.get()).isEqualTo(open);
    assertThat(door.transitionWith(SHUT, before -> before + "s"))
        .isEqualTo(new StatusSnapshot<>(SHUT, 2L, now.plusSeconds(2), "days"));
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void refusesWhatComesTooLateOrIsNotAllowed(String name) {
    Holder<Door, String> door = door(name);

    assertThat(door.tryTransition(OPEN, SHUT, "")).isFalse();
    assertThat(door.tryTransition(SHUT, OPEN, "")).isTrue();
    assertThat(door.tryTransition(0, SHUT, "")).isFalse();
    assertThat(door.tryTransition(1, SHUT, "")).isTrue();
    assertThat(door.transitionIfAllowed(SHUT, "")).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> door.transition(SHUT, ""));
    assertThatIllegalStateException().isThrownBy(() -> door.tryTransition(2, SHUT, ""));
    assertThat(door.get().version()).isEqualTo(2);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void seesAStateThatWasPassedThrough(String name) throws InterruptedException {
    Holder<Door, String> door = door(name);
    door.transition(OPEN, "");
    door.transition(SHUT, "");

    assertThat(door.awaitReached(OPEN, 0, Duration.ZERO)).isTrue();
    assertThat(door.awaitReached(OPEN, 2, Duration.ofMillis(1))).isFalse();
    assertThat(door.await(seen -> seen.state() == OPEN, Duration.ofMillis(1))).isEmpty();
    assertThat(door.await(seen -> seen.state() == SHUT, Duration.ZERO)).contains(door.get());
    door.transition(WALLED_UP, "");
    assertThat(door.awaitReached(OPEN, 2, LONG)).as("can no longer be reached").isFalse();
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void wakesWhoWaits(String name) throws Exception {
    Holder<Door, String> door = door(name);
    CompletableFuture<StatusSnapshot<Door, String>> open = door.whenReached(OPEN, 0);
    CompletableFuture<StatusSnapshot<Door, String>> again = door.whenReached(OPEN, 2);
    CompletableFuture<Boolean> waited =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return door.awaitReached(WALLED_UP, 0, LONG);
              } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
              }
            });
    assertThat(open).isNotDone();
    StatusSnapshot<Door, String> entered = door.transition(OPEN, "");
    door.transition(SHUT, "");
    assertThat(again).isNotDone();
    door.transition(WALLED_UP, "");

    assertThat(open.get()).isEqualTo(entered);
    assertThat(waited.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(again)
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void tellsListenersInOrderEvenOfWhatTheyCause(String name) {
    Holder<Door, String> door = door(name);
    List<String> told = new ArrayList<>();
    door.addListener(
        (from, to) -> {
          if (to.state() == OPEN) {
            door.transition(SHUT, "");
            told.add("first saw " + to.state());
          }
        });
    door.addListener(
        (from, to) -> {
          throw new IllegalArgumentException("on purpose");
        });
    Subscription last =
        door.addListener(
            new StatusListener<>() {
              @Override
              public void onStart(StatusSnapshot<Door, String> current) {
                told.add("start " + current.state());
              }

              @Override
              public void onTransition(
                  StatusSnapshot<Door, String> from, StatusSnapshot<Door, String> to) {
                told.add(from.state() + " to " + to.state());
              }
            });
    door.transition(OPEN, "");
    last.close();
    last.close();
    door.transition(WALLED_UP, "");

    assertThat(last.isClosed()).isTrue();
    assertThat(told)
        .containsExactly("start SHUT", "first saw OPEN", "SHUT to OPEN", "OPEN to SHUT");
    assertThat(errors).hasSize(3);
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void tellsEveryTransitionOfTwoWritersOnce(String name) throws Exception {
    Holder<Light, String> light =
        Holders.create(
            name, Light.anyToAny(), "", InstantSource.system(), (listener, thrown) -> {});
    List<Long> told = new CopyOnWriteArrayList<>();
    light.addListener((from, to) -> told.add(to.version()));

    Together.repeat(2, 1_000, () -> light.transition(Light.GREEN, ""));

    assertThat(told).containsExactlyElementsOf(LongStream.rangeClosed(1, 2_000).boxed().toList());
  }
}
