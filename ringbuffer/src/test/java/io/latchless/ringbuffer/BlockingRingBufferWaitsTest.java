package io.latchless.ringbuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Waiting threads beside bulk operations, user code, and threads that stop in between. */
class BlockingRingBufferWaitsTest {
  private final BlockingRingBuffer<Integer> queue = new BlockingRingBuffer<>(2);

  private Others<Boolean> parkedPut(int element) {
    return Others.start(
            () -> {
              queue.put(element);
              return true;
            })
        .untilParked();
  }

  @Test
  void drainLetsAProducerGoOnBeforeItsConsumerReturns() throws Exception {
    queue.addAll(List.of(1, 2));
    Others<Boolean> producer = parkedPut(3);
    List<Integer> seen = new ArrayList<>();
    queue.drain(
        element -> {
          seen.add(element);
          assertThat(resultOf(producer)).isTrue();
        },
        2);
    assertThat(seen).containsExactly(1, 2);
    assertThat(queue.poll()).isEqualTo(3);
    assertThat(queue.waiterCount()).isZero();
  }

  @Test
  void fillHandsAnElementOverBeforeItAsksForTheNext() throws Exception {
    Others<Integer> consumer = Others.start(queue::take).untilParked();
    List<Integer> next = new ArrayList<>(List.of(1, 2));
    int filled =
        queue.fill(
            () -> {
              int element = next.remove(0);
              if (element == 2) {
                assertThat(resultOf(consumer)).isOne();
              }
              return element;
            },
            2);
    assertThat(filled).isEqualTo(2);
    assertThat(queue.poll()).isEqualTo(2);
  }

  private static <T> T resultOf(Others<T> other) {
    try {
      return other.result();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSupplierThatThrowsGivesItsRoomToAProducerThatWaits() throws Exception {
    assertThat(queue.offer(1)).isTrue();
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Others<Boolean> filler =
        Others.start(
            () -> {
              assertThatThrownBy(
                      () ->
                          queue.fill(
                              () -> {
                                asked.countDown();
                                Others.awaitLatch(go);
                                throw new IllegalStateException("no source");
                              },
                              1))
                  .hasMessage("no source");
              return true;
            });
    Others.awaitLatch(asked);
    Others<Boolean> producer = parkedPut(2);
    go.countDown();
    assertThat(filler.result()).isTrue();
    assertThat(producer.result()).isTrue();
    assertThat(queue).containsExactly(1, 2);
  }

  @Test
  void aFillThatEndsAfterCloseIsRefusedAndEndsTheConsumers() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Others<Boolean> filler =
        Others.start(
            () -> {
              assertThatExceptionOfType(RingBufferClosedException.class)
                  .isThrownBy(
                      () ->
                          queue.fill(
                              () -> {
                                asked.countDown();
                                Others.awaitLatch(go);
                                return 1;
                              },
                              1));
              return true;
            });
    Others.awaitLatch(asked);
    queue.close();
    assertThat(queue.poll(1, TimeUnit.DAYS)).isNull();
    go.countDown();
    assertThat(filler.result()).isTrue();
    assertThat(queue).isEmpty();
  }

  @Test
  void waitsAreNotDeafWhileAnotherThreadIsBetweenClaimAndPublication() throws Exception {
    Reservation claimed = new Reservation();
    assertThat(queue.ring.claimTail(claimed)).isTrue();
    assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
    Others<String> taker =
        Others.start(
            () -> {
              try {
                return "took " + queue.take();
              } catch (InterruptedException e) {
                return "interrupted";
              }
            });
    taker.untilParked();
    taker.thread.interrupt();
    assertThat(taker.result()).isEqualTo("interrupted");

    Others<Integer> second = Others.start(queue::take).untilParked();
    queue.ring.put(claimed.position, queue.ring.slot(claimed.position), 5);
    assertThat(second.result()).as("taken without a wake-up").isEqualTo(5);
  }

  @Test
  void producersAreNotDeafWhileAConsumerHoldsItsSlot() throws Exception {
    queue.addAll(List.of(1, 2));
    long position = queue.ring.head.getVolatile();
    assertThat(queue.ring.head.compareAndSet(position, position + 1)).isTrue();
    assertThat(queue.offer(3, 1, TimeUnit.MILLISECONDS)).isFalse();
    Others<Boolean> producer = parkedPut(3);
    assertThat(queue.ring.takeFromDisturbed(position, queue.ring.slot(position))).isOne();
    assertThat(producer.result()).isTrue();
    assertThat(queue).containsExactly(2, 3);
  }

  @Test
  void drainToLosesNothingThatItsTargetRefuses() {
    BlockingRingBuffer<Integer> source = new BlockingRingBuffer<>(4);
    source.addAll(List.of(1, 2, 3, 4));
    ArrayBlockingQueue<Integer> target = new ArrayBlockingQueue<>(2);
    assertThatThrownBy(() -> source.drainTo(target)).isInstanceOf(IllegalStateException.class);
    assertThat(target).containsExactly(1, 2);
    assertThat(source).containsExactly(3, 4).hasSize(2);
    assertThat(source.contains(3)).isTrue();
    assertThat(source.peek()).isEqualTo(3);
    assertThatThrownBy(() -> source.drainTo(List.of()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(source.offer(5)).isTrue();
    List<Integer> rest = new ArrayList<>();
    assertThat(source.drainTo(rest)).isEqualTo(3);
    assertThat(rest).containsExactly(3, 4, 5);
    assertThat(source).isEmpty();
  }

  @Test
  void tasksThatAreCancelledAndPurgedLeaveRoomForOthers() throws Exception {
    for (int kept = 0; kept < 4; kept++) {
      BlockingQueue<Runnable> tasks = BlockingRingBuffer.forExecutor(4);
      ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, tasks);
      try {
        CountDownLatch busy = new CountDownLatch(1);
        pool.execute(() -> Others.awaitLatch(busy));
        List<Future<?>> queued = new ArrayList<>();
        while (tasks.remainingCapacity() > 0) {
          queued.add(pool.submit(() -> "done"));
        }
        for (int i = 0; i < queued.size(); i++) {
          if (i != kept) {
            queued.get(i).cancel(false);
          }
        }
        pool.purge();
        assertThat(tasks.remainingCapacity()).isEqualTo(3);
        List<Future<?>> later = List.of(pool.submit(() -> 1), pool.submit(() -> 2));
        busy.countDown();
        assertThat(queued.get(kept).get(30, TimeUnit.SECONDS)).isEqualTo("done");
        for (Future<?> future : later) {
          assertThat(future.get(30, TimeUnit.SECONDS)).isNotNull();
        }
      } finally {
        pool.shutdown();
      }
      assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void theQueueOfAnExecutorCannotBeClosed() {
    BlockingQueue<Runnable> tasks = BlockingRingBuffer.forExecutor(4);
    assertThatThrownBy(() -> ((BlockingRingBuffer<Runnable>) tasks).close())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("shutdown");
  }

  @Test
  void waitsForEverWithTheLongestTimeoutToo() throws Exception {
    Others<Integer> consumer =
        Others.start(() -> queue.poll(Long.MAX_VALUE, TimeUnit.DAYS)).untilParked();
    queue.put(1);
    assertThat(consumer.result()).isOne();
  }
}
