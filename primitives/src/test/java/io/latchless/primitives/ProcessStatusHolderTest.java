package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/** Tests transitions, refusals, and the tuple that readers see. */
class ProcessStatusHolderTest {
  private static final Instant NOON = SettableClock.NOON;

  private final SettableClock clock = new SettableClock();
  private final ProcessStatusHolder holder =
      new ProcessStatusHolder(clock, ListenerErrorHandler.logging());

  private void assertRefusesEverythingIn(long generation) {
    ProcessSnapshot before = holder.get();
    List<LongPredicate> writes =
        List.of(
            holder::markRunning,
            g -> holder.markExited(g, 0),
            g -> holder.markExited(g, 3),
            g -> holder.markStopped(g, 3),
            holder::markStopped,
            holder::markFailed);
    assertThat(writes).noneMatch(write -> write.test(generation));
    assertThat(holder.get()).isSameAs(before);
  }

  @Test
  void beginsPendingInGenerationZero() {
    assertThat(holder.get())
        .isEqualTo(
            new ProcessSnapshot(ProcessStatus.PENDING, 0, 0, null, null, OptionalInt.empty()));
    assertThat(holder.status()).isEqualTo(ProcessStatus.PENDING);
    assertThat(holder).hasToString("ProcessStatusHolder[PENDING generation=0]");
    assertThat(new ProcessStatusHolder().get()).isEqualTo(holder.get());
  }

  @Test
  void runsAndSucceeds() {
    clock.set(NOON.plusSeconds(1));
    assertThat(holder.markRunning(0)).isTrue();
    assertThat(holder.get())
        .isEqualTo(
            new ProcessSnapshot(
                ProcessStatus.RUNNING, 0, 1, NOON.plusSeconds(1), null, OptionalInt.empty()));
    clock.set(NOON.plusSeconds(9));
    assertThat(holder.markExited(0, 0)).isTrue();
    assertThat(holder.get())
        .isEqualTo(
            new ProcessSnapshot(
                ProcessStatus.SUCCESS,
                0,
                2,
                NOON.plusSeconds(1),
                NOON.plusSeconds(9),
                OptionalInt.of(0)));
    assertRefusesEverythingIn(0);
    assertThat(holder).hasToString("ProcessStatusHolder[SUCCESS exit=0 generation=0]");
  }

  @Test
  void runsAndFails() {
    holder.markRunning(0);
    assertThat(holder.markExited(0, 3)).isTrue();
    assertThat(holder.status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(holder.get().exitCode()).hasValue(3);
    assertRefusesEverythingIn(0);
    assertThat(holder).hasToString("ProcessStatusHolder[FAILED exit=3 generation=0]");
  }

  @Test
  void runsAndIsStoppedWithOrWithoutAnExitCode() {
    holder.markRunning(0);
    assertThat(holder.markStopped(0, 143)).isTrue();
    assertThat(holder.get().exitCode()).hasValue(143);
    assertRefusesEverythingIn(0);
    holder.restart(0);
    holder.markRunning(1);
    assertThat(holder.markStopped(1)).isTrue();
    assertThat(holder.get().exitCode()).isEmpty();
    assertThat(holder.get().start()).isEqualTo(NOON);
  }

  @Test
  void isLostWhileItRuns() {
    holder.markRunning(0);
    assertThat(holder.markFailed(0)).isTrue();
    assertThat(holder.get().exitCode()).isEmpty();
    assertThat(holder.get().start()).isEqualTo(NOON);
  }

  @Test
  void neverStartsOrIsCalledOff() {
    assertThat(holder.markFailed(0)).isTrue();
    assertThat(holder.get())
        .isEqualTo(
            new ProcessSnapshot(ProcessStatus.FAILED, 0, 1, null, NOON, OptionalInt.empty()));
    assertRefusesEverythingIn(0);
    holder.restart(0);
    assertThat(holder.markStopped(1)).isTrue();
    assertThat(holder.get())
        .isEqualTo(
            new ProcessSnapshot(ProcessStatus.STOPPED, 1, 3, null, NOON, OptionalInt.empty()));
  }

  @Test
  void whatHasNotStartedCannotExit() {
    assertThat(holder.markExited(0, 0)).isFalse();
    assertThat(holder.markExited(0, 3)).isFalse();
    assertThat(holder.markStopped(0, 3)).isFalse();
    assertThat(holder.status()).isEqualTo(ProcessStatus.PENDING);
  }

  @Test
  void startsOnce() {
    assertThat(holder.markRunning(0)).isTrue();
    assertThat(holder.markRunning(0)).isFalse();
    assertThat(holder.get().version()).isEqualTo(1);
  }

  @Test
  void restartsOnlyWhatIsOver() {
    assertThat(holder.restart(0)).isFalse();
    holder.markRunning(0);
    assertThat(holder.restart(0)).isFalse();
    holder.markExited(0, 3);
    assertThat(holder.restart(0)).isTrue();
    assertThat(holder.restart(0)).as("once").isFalse();
    assertThat(holder.get())
        .isEqualTo(
            new ProcessSnapshot(ProcessStatus.PENDING, 1, 3, null, null, OptionalInt.empty()));
  }

  @Test
  void aLateWriterOfAnOldGenerationChangesNothing() {
    holder.markRunning(0);
    holder.markStopped(0);
    holder.restart(0);
    assertRefusesEverythingIn(0);
    holder.markRunning(1);
    assertRefusesEverythingIn(0);
    assertThat(holder.restart(0)).isFalse();
    assertThat(holder.status()).isEqualTo(ProcessStatus.RUNNING);
  }

  @Test
  void refusesAGenerationThatHasNeverBeen() {
    List<LongPredicate> writes =
        List.of(
            holder::markRunning,
            g -> holder.markExited(g, 0),
            g -> holder.markStopped(g, 3),
            holder::markStopped,
            holder::markFailed,
            holder::restart);
    for (LongPredicate write : writes) {
      for (long generation : new long[] {-1, 1, Long.MAX_VALUE}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> write.test(generation))
            .withMessage("generation must be from 0 to 0, was " + generation);
      }
    }
    assertThat(holder.get().version()).isZero();
  }

  @Test
  void theEndIsNeverBeforeTheStartThoughTheClockGoesBack() {
    holder.markRunning(0);
    clock.set(NOON.minusSeconds(5));
    assertThat(holder.markExited(0, 0)).isTrue();
    assertThat(holder.get().end()).isEqualTo(NOON);
  }

  @Test
  void listenersSeeTheGenerationsInOneSequence() {
    List<String> told = new ArrayList<>();
    holder.markRunning(0);
    try (Subscription subscription =
        holder.addListener(
            new ProcessListener() {
              @Override
              public void onStart(ProcessSnapshot current) {
                told.add("from " + current.status());
              }

              @Override
              public void onTransition(ProcessSnapshot from, ProcessSnapshot to) {
                assertThat(to.version()).isEqualTo(from.version() + 1);
                told.add(from.status() + " -> " + to.status() + " " + to.generation());
              }
            })) {
      holder.markExited(0, 3);
      holder.restart(0);
      holder.markStopped(1);
      assertThat(subscription.isClosed()).isFalse();
    }
    holder.restart(1);
    assertThat(told)
        .containsExactly(
            "from RUNNING", "RUNNING -> FAILED 0", "FAILED -> PENDING 1", "PENDING -> STOPPED 1");
  }

  @Test
  void everyTupleIsConsistentWhileWritersCycleThroughGenerations() throws Exception {
    ProcessStatusHolder busy = new ProcessStatusHolder();
    long generations = 1_500;
    AtomicLong[] outcomes = {new AtomicLong(), new AtomicLong(), new AtomicLong()};
    Race.of(
        5,
        index -> {
          ProcessSnapshot before = busy.get();
          while (before.generation() < generations) {
            ProcessSnapshot now = busy.get();
            long g = now.generation();
            if (index == 0) {
              // The constructor has checked the tuple; rebuilt, it must pass once more.
              assertThat(
                      new ProcessSnapshot(
                          now.status(), g, now.version(), now.start(), now.end(), now.exitCode()))
                  .isEqualTo(now);
              assertThat(now.version()).isGreaterThanOrEqualTo(before.version());
              assertThat(g).isGreaterThanOrEqualTo(before.generation());
            } else if (index == 4) {
              busy.restart(g);
            } else {
              busy.markRunning(g);
              boolean mine =
                  index == 3 ? busy.markStopped(g) : busy.markExited(g, index == 1 ? 0 : 3);
              if (mine) {
                outcomes[index - 1].incrementAndGet();
              }
            }
            before = now;
          }
        });
    long over = busy.get().generation() + (busy.status().isOver() ? 1 : 0);
    assertThat(outcomes[0].get() + outcomes[1].get() + outcomes[2].get()).isEqualTo(over);
    assertThat(busy.await(s -> s.generation() >= generations, Duration.ZERO)).isPresent();
  }
}
