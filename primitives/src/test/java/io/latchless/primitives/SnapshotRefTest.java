package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.testing.Garbage;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

class SnapshotRefTest {
  private record Pair(long left, long right) {
    Pair next() {
      return new Pair(left + 1, right - 1);
    }
  }

  private final SnapshotRef<String> ref = new SnapshotRef<>("a");

  @Test
  void beginsAtVersionZero() {
    assertThat(ref.get()).isEqualTo("a");
    assertThat(ref.version()).isZero();
    assertThat(ref.snapshot()).isEqualTo(new Snapshot<>("a", 0));
    assertThat(ref).hasToString("SnapshotRef[a@0]");
  }

  @Test
  void setAndUpdateReturnWhatTheyPublished() {
    assertThat(ref.set("b")).isEqualTo(new Snapshot<>("b", 1));
    assertThat(ref.update(s -> s + "c")).isEqualTo(new Snapshot<>("bc", 2));
    assertThat(ref.get()).isEqualTo("bc");
    assertThat(ref.version()).isEqualTo(2);
  }

  @Test
  void comparesVersionsAndNotValues() {
    String first = ref.get();
    ref.set("b");
    ref.set(first);
    assertThat(ref.compareAndSet(0, "c")).as("an equal value has returned").isFalse();
    assertThat(ref.compareAndSet(3, "c")).as("a version yet to come").isFalse();
    assertThat(ref.compareAndSet(2, "c")).isTrue();
    assertThat(ref).hasToString("SnapshotRef[c@3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ref.compareAndSet(-1, "d"))
        .withMessage("expectedVersion must be at least 0, was -1");
  }

  @Test
  void aListenerIsToldFirstWhereItStarts() {
    ref.set("b");
    List<String> told = new ArrayList<>();
    ref.addListener(
        new ChangeListener<>() {
          @Override
          public void onStart(String current, long version) {
            told.add(current + "@" + version);
          }

          @Override
          public void onChange(String before, String after, long version) {
            told.add(before + "->" + after + "@" + version);
          }
        });
    ref.set("c");
    assertThat(told).containsExactly("b@1", "b->c@2");
  }

  @Test
  void theSameInstancePublishesNothing() {
    List<Long> told = new ArrayList<>();
    ref.addListener((before, after, version) -> told.add(version));
    assertThat(ref.update(same -> same)).isEqualTo(new Snapshot<>("a", 0));
    assertThat(ref.set(ref.get())).isEqualTo(new Snapshot<>("a", 0));
    assertThat(told).isEmpty();
    assertThat(ref.update(s -> String.valueOf(s.toCharArray())).version()).isEqualTo(1);
    assertThat(told).containsExactly(1L);
  }

  @Test
  void aFunctionThatThrowsChangesNothing() {
    assertThatThrownBy(
            () ->
                ref.update(
                    s -> {
                      throw new UnsupportedOperationException("no");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(ref).hasToString("SnapshotRef[a@0]");
  }

  @Test
  @NullUnmarked // returns null on purpose
  void aFunctionThatReturnsNullChangesNothing() {
    assertThatThrownBy(() -> ref.update(s -> null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("change returned null");
    assertThat(ref).hasToString("SnapshotRef[a@0]");
  }

  @Test
  void noUpdateIsLostAndNoValueIsTorn() throws Exception {
    SnapshotRef<Pair> pair = new SnapshotRef<>(new Pair(0, 0));
    int threads = 4;
    int each = 10_000;
    Race.of(
        threads + 1,
        index -> {
          if (index < threads) {
            for (int i = 0; i < each; i++) {
              pair.update(Pair::next);
            }
            return;
          }
          long before = 0;
          while (before < (long) threads * each) {
            Snapshot<Pair> now = pair.snapshot();
            assertThat(now.version()).isGreaterThanOrEqualTo(before);
            assertThat(now.value()).isEqualTo(new Pair(now.version(), -now.version()));
            before = now.version();
          }
        });
    assertThat(pair.get()).isEqualTo(new Pair((long) threads * each, (long) -threads * each));
  }

  @Test
  void compareAndSetSucceedsOncePerVersion() throws Exception {
    SnapshotRef<Long> counter = new SnapshotRef<>(0L);
    AtomicLong won = new AtomicLong();
    Race.of(
        4,
        index -> {
          for (int i = 0; i < 20_000; i++) {
            Snapshot<Long> seen = counter.snapshot();
            if (counter.compareAndSet(seen.version(), seen.value() + 1)) {
              won.incrementAndGet();
            }
          }
        });
    assertThat(counter.get()).isEqualTo(won.get()).isEqualTo(counter.version());
  }

  @Test
  void listenersSeeEveryChangeOnceAndInOrder() throws Exception {
    SnapshotRef<Long> counter = new SnapshotRef<>(0L);
    List<Long> versions = new ArrayList<>();
    counter.addListener(
        (before, after, version) -> {
          assertThat(after).isEqualTo(before + 1).isEqualTo(version);
          versions.add(version);
        });
    Race.of(
        4,
        index -> {
          for (int i = 0; i < 5_000; i++) {
            counter.update(n -> n + 1);
          }
        });
    assertThat(versions).hasSize(20_000);
    for (int i = 0; i < versions.size(); i++) {
      assertThat(versions.get(i)).isEqualTo(i + 1);
    }
  }

  @Test
  void aListenerMayPublishItself() {
    SnapshotRef<Integer> counter = new SnapshotRef<>(0);
    List<Long> versions = new ArrayList<>();
    counter.addListener(
        (before, after, version) -> {
          versions.add(version);
          if (after < 100_000) {
            counter.set(after + 1);
          }
        });
    counter.set(1);
    assertThat(counter.get()).isEqualTo(100_000);
    assertThat(versions).hasSize(100_000).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whatAListenerThrowsGoesToTheHandlerWithTheListener() {
    List<Object> reported = new ArrayList<>();
    List<String> told = new ArrayList<>();
    SnapshotRef<String> reporting =
        new SnapshotRef<>(
            "a",
            (listener, thrown) -> {
              reported.add(listener);
              reported.add(thrown);
            });
    IllegalStateException thrown = new IllegalStateException("no");
    ChangeListener<String> faulty =
        (before, after, version) -> {
          throw thrown;
        };
    reporting.addListener(faulty);
    reporting.addListener((before, after, version) -> told.add(before + after + version));
    reporting.set("b");
    assertThat(reported).containsExactly(faulty, thrown);
    assertThat(told).containsExactly("ab1");
  }

  @Test
  void aClosedListenerIsToldNothingMore() {
    List<String> told = new ArrayList<>();
    Subscription subscription = ref.addListener((before, after, version) -> told.add(after));
    ref.set("b");
    assertThat(subscription.isClosed()).isFalse();
    subscription.close();
    subscription.close();
    assertThat(subscription.isClosed()).isTrue();
    ref.set("c");
    assertThat(told).containsExactly("b");
  }

  @Test
  void aReplacedValueIsCollectable() {
    SnapshotRef<Object> holder = new SnapshotRef<>(new Object());
    WeakReference<Object> unheard = new WeakReference<>(holder.get());
    holder.set(new Object());
    Garbage.awaitCollected(unheard);

    Subscription subscription = holder.addListener((before, after, version) -> {});
    WeakReference<Object> delivered = new WeakReference<>(holder.get());
    holder.set(new Object());
    Garbage.awaitCollected(delivered);
    assertThat(subscription.isClosed()).isFalse();
  }
}
