package io.latchless.ringbuffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class MpmcRingBufferTest {
  @Test
  void removesFromTheMiddle() {
    MpmcRingBuffer<Integer> ring = new MpmcRingBuffer<>(4);
    ring.addAll(List.of(1, 2, 3, 4));
    assertThat(ring.remove((Object) 2)).isTrue();
    assertThat(ring.remove((Object) 2)).isFalse();
    assertThat(ring.remove((Object) 3)).isTrue();
    assertThat(ring.remove((Object) null)).isFalse();
    assertThat(ring).containsExactly(1, 4).hasSize(2);
    assertThat(ring.offer(5)).as("room that a removed element has left").isTrue();
    assertThat(ring.offer(6)).isTrue();
    assertThat(ring.offer(7)).isFalse();
    assertThat(ring).containsExactly(1, 4, 5, 6).hasSize(4);
    assertThat(ring.poll()).isOne();
    assertThat(ring.peek()).isEqualTo(4);
  }

  @Test
  void aGapAtTheHeadIsRoom() {
    MpmcRingBuffer<Integer> ring = new MpmcRingBuffer<>(3);
    ring.addAll(List.of(1, 2, 3));
    assertThat(ring.remove((Object) 1)).isTrue();
    assertThat(ring.remove((Object) 2)).isTrue();
    assertThat(ring.offer(4)).isTrue();
    assertThat(ring.offer(5)).isTrue();
    assertThat(ring.offer(6)).isFalse();
    assertThat(ring).containsExactly(3, 4, 5);
  }

  @Test
  void nothingButGapsIsEmpty() {
    MpmcRingBuffer<Integer> ring = new MpmcRingBuffer<>(2);
    ring.addAll(List.of(1, 2));
    assertThat(ring.removeIf(element -> true)).isTrue();
    assertThat(ring).isEmpty();
    assertThat(ring.peek()).isNull();
    assertThat(ring.poll()).isNull();
    assertThat(ring.drain(element -> {}, 5)).isZero();
    assertThat(ring.fill(() -> 7, 5)).isEqualTo(2);
  }

  @Test
  void anIteratorRemovesWhatItHasShown() {
    MpmcRingBuffer<Integer> ring = new MpmcRingBuffer<>(4);
    ring.addAll(List.of(1, 2, 3));
    Iterator<Integer> iterator = ring.iterator();
    iterator.next();
    iterator.next();
    iterator.remove();
    assertThat(ring).containsExactly(1, 3);
    iterator.next();
    ring.clear();
    iterator.remove();
    assertThat(ring).isEmpty();
  }

  @Test
  void aClosedRingGivesOutWhatItHas() {
    for (long start : Rings.STARTS) {
      MpmcRingBuffer<Integer> ring = new MpmcRingBuffer<>(3, start);
      ring.addAll(List.of(1, 2));
      assertThat(ring.isClosed()).isFalse();
      assertThat(ring.close()).isTrue();
      assertThat(ring.close()).isFalse();
      assertThat(ring.isClosed()).isTrue();
      assertThat(ring.offer(3)).isFalse();
      assertThat(ring.fill(() -> 3, 1)).isZero();
      assertThat(ring).containsExactly(1, 2).hasSize(2);
      assertThat(ring.remove((Object) 1)).isTrue();
      assertThat(ring.offer(3)).isFalse();
      assertThat(ring.poll()).isEqualTo(2);
      assertThat(ring.poll()).isNull();
      assertThat(ring.peek()).isNull();
      assertThat(ring).isEmpty();
    }
  }

  /** The publication of an offer that has returned may become visible later than its claim. */
  @Test
  void searchesWaitForAPositionThatIsClaimedAndNotYetPublished() throws Exception {
    MpmcRingBuffer<Integer> ring = new MpmcRingBuffer<>(2);
    Reservation claimed = new Reservation();
    assertThat(ring.claimTail(claimed)).isTrue();
    Others<Boolean> searching = Others.start(() -> ring.contains(5)).untilItLooks();
    ring.put(claimed.position, ring.slot(claimed.position), 5);
    assertThat(searching.result()).isTrue();
    assertThat(ring.remove((Object) 5)).isTrue();
    assertThat(ring).isEmpty();
  }
}
