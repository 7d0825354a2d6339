package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.internal.StackRoom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lets the stack end at every depth of an operation. A recursion calls the operation in each of its
 * frames, even after an overflow, until there is no room left for the recursion itself. Afterwards
 * another thread must find everything intact.
 */
@Timeout(60)
class StackOverflowTest {
  /** Few enough for a short test; the start of the frames differs between rounds. */
  private static final int ROUNDS = 6;

  private static final int STACK_BYTES = 200_000;

  /** Continues after an overflow, so that the next one ends the operation a few words earlier. */
  private static int deep(Runnable operation, int left) {
    int overflows = 0;
    try {
      operation.run();
    } catch (StackOverflowError end) {
      overflows = 1;
    }
    return left == 0 ? 0 : deep(operation, left - 1) + overflows;
  }

  /**
   * Shifts all frames below by a few words each round, so that the stack ends within each of them.
   */
  private static long shift(Runnable operation, int frames, long a, long b) {
    return frames == 0
        ? deep(operation, Integer.MAX_VALUE)
        : shift(operation, frames - 1, b, a) + a;
  }

  private static void overflow(int round, Runnable operation) throws InterruptedException {
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                shift(operation, round, 1, 2);
                throw new AssertionError("the stack has no end");
              } catch (StackOverflowError expected) {
                assertThat(expected).isNotNull();
              }
            },
            "deep",
            STACK_BYTES);
    thread.start();
    thread.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(thread.isAlive()).isFalse();
  }

  /** Counts its calls, as long as each comes once and in order. */
  private static final class Tally {
    private long last;

    void add(long version) {
      last = version == last + 1 ? version : Long.MIN_VALUE;
    }
  }

  /** Descends until the check overflows. Returns in how many frames it passed in vain. */
  private static int passedInVain(int left) {
    try {
      StackRoom.require();
    } catch (StackOverflowError end) {
      return 0;
    }
    int here = near() ? 1 : 0;
    return left == 0 ? 0 : passedInVain(left - 1) + here;
  }

  /** In the last rounds the check and its callers are compiled. */
  @Test
  void theCheckLooksAhead() throws Exception {
    for (int round = 0; round < 300; round++) {
      int[] inVain = {-1};
      Thread thread =
          new Thread(null, () -> inVain[0] = passedInVain(Integer.MAX_VALUE), "deep", STACK_BYTES);
      thread.start();
      thread.join();
      assertThat(inVain).as("round %d", round).containsExactly(0);
    }
  }

  @Test
  void ofATransition() throws Exception {
    StatusHolder<Door, Integer> door = StatusHolder.of(Door.ANY_FROM_SHUT, 0);
    Tally first = new Tally();
    Tally second = new Tally();
    door.addListener((from, to) -> first.add(to.version()));
    door.addListener((from, to) -> second.add(to.version()));
    for (int round = 0; round < ROUNDS; round++) {
      overflow(round, () -> door.transition(Door.SHUT, 1));
      Race.start(() -> door.transition(Door.SHUT, 2)).result();
      assertThat(first.last).isEqualTo(door.version());
      assertThat(second.last).isEqualTo(door.version());
    }
  }

  @Test
  void ofATransitionThatSomebodyWaitsFor() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      StatusHolder<Door, Integer> door = StatusHolder.of(Door.DOORS, 0);
      Race.Runner<Boolean> parked =
          Race.start(() -> door.awaitReached(Door.OPEN, Duration.ofMinutes(5))).untilParked();
      CompletableFuture<StatusSnapshot<Door, Integer>> future = door.whenReached(Door.OPEN);
      CompletableFuture<Long> dependent = future.thenApply(StatusSnapshot::version);
      CompletableFuture<StatusSnapshot<Door, Integer>> bare = door.whenReached(Door.OPEN);
      overflow(
          round,
          () -> {
            if (near()) {
              door.transitionIfAllowed(Door.OPEN, 1);
            }
          });
      if (door.state() == Door.OPEN) {
        assertThat(parked.result()).isTrue();
        assertThat(dependent.get(10, TimeUnit.SECONDS)).isEqualTo(1);
      } else {
        door.transition(Door.OPEN, 2);
        assertThat(parked.result()).isTrue();
      }
      assertThat(future.get(10, TimeUnit.SECONDS)).isSameAs(bare.get(10, TimeUnit.SECONDS));
      assertThat(door.waiterCount()).isZero();
    }
  }

  /** Returns whether the stack ends within a few dozen frames. */
  private static boolean near() {
    try {
      return descend(150) < 0;
    } catch (StackOverflowError end) {
      return true;
    }
  }

  private static int descend(int frames) {
    return frames == 0 ? 0 : descend(frames - 1) + 1;
  }

  @Test
  void ofAnUpdateAndOfComingAndGoing() throws Exception {
    SnapshotRef<Integer> ref = new SnapshotRef<>(0);
    Tally told = new Tally();
    ref.addListener((before, after, version) -> told.add(version));
    for (int round = 0; round < ROUNDS; round++) {
      overflow(
          round,
          () -> {
            ref.update(value -> value + 1);
            try (Subscription added = ref.addListener((before, after, version) -> {})) {
              ref.set(added.hashCode());
            }
          });
      Race.start(() -> ref.set(-1)).result();
      assertThat(told.last).isEqualTo(ref.version());
    }
  }

  @Test
  void ofAnInitializerAndOfAHandOver() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<Lazy<Integer>> lazies = new ArrayList<>();
      Mailbox<Integer> mailbox = new Mailbox<>();
      Latest<Integer> latest = new Latest<>();
      Race.Runner<Integer> taker = Race.start(mailbox::take).untilParked();
      Race.Runner<Boolean> reader =
          Race.start(() -> latest.awaitNewer(0, Duration.ofMinutes(5)).isPresent()).untilParked();
      overflow(
          round,
          () -> {
            Lazy<Integer> lazy = Lazy.of(() -> 1);
            lazies.add(lazy);
            lazy.get();
            if (near()) {
              assertThat(mailbox.offer(1)).isTrue();
              latest.publish(1);
            }
          });
      Race.Runner<Boolean> asker =
          Race.start(() -> lazies.stream().allMatch(lazy -> lazy.get() == 1));
      assertThat(asker.result()).isTrue();
      assertThat(mailbox.offer(2)).isTrue();
      latest.publish(2);
      assertThat(taker.result()).isPositive();
      assertThat(reader.result()).isTrue();
    }
  }
}
