package io.latchless.ringbuffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockingRingBufferTest {
  private final ExecutorService others = Executors.newCachedThreadPool();
  private final BlockingRingBuffer<Integer> queue = new BlockingRingBuffer<>(2);

  @AfterEach
  void end() {
    others.shutdownNow();
  }

  private <T> Future<T> whenItWaits(Callable<T> call) {
    int before = queue.waiterCount();
    Future<T> future = others.submit(call);
    await().until(() -> queue.waiterCount() > before || future.isDone());
    return future;
  }

  private Future<Boolean> putWhenItWaits(int element) {
    return whenItWaits(
        () -> {
          queue.put(element);
          return true;
        });
  }

  @Test
  void takeWaitsForAnElement() throws Exception {
    Future<Integer> taken = whenItWaits(queue::take);
    assertThat(taken).isNotDone();
    queue.put(1);
    assertThat(taken.get()).isOne();
    assertThat(queue.waiterCount()).isZero();
  }

  @Test
  void putWaitsForRoom() throws Exception {
    queue.put(1);
    queue.put(2);
    Future<Boolean> put = putWhenItWaits(3);
    assertThat(put).isNotDone();
    assertThat(queue.take()).isOne();
    assertThat(put.get()).isTrue();
    assertThat(queue).containsExactly(2, 3);
    assertThat(queue.waiterCount()).isZero();
  }

  @Test
  void whatIsRemovedMakesRoomForWhoWaits() throws Exception {
    queue.put(1);
    queue.put(2);
    Future<Boolean> put = putWhenItWaits(3);
    assertThat(queue.remove((Object) 1)).isTrue();
    assertThat(put.get()).isTrue();
    assertThat(queue).containsExactly(2, 3);
  }

  @Test
  void whatAnIteratorRemovesMakesRoomForWhoWaits() throws Exception {
    queue.put(1);
    queue.put(2);
    Future<Boolean> put = putWhenItWaits(3);
    assertThat(queue.removeIf(element -> element == 1)).isTrue();
    assertThat(put.get()).isTrue();
    assertThat(queue).containsExactly(2, 3);
  }

  @Test
  void whoeverGetsRoomPassesOnWhatIsLeft() throws Exception {
    queue.put(1);
    queue.put(2);
    Future<Boolean> put = putWhenItWaits(3);
    Future<Boolean> another = putWhenItWaits(3);
    assertThat(queue.remove((Object) 2)).isTrue();
    assertThat(queue.remove((Object) 1)).isTrue();
    assertThat(put.get()).isTrue();
    assertThat(another.get()).isTrue();
    assertThat(queue).containsExactly(3, 3);
    assertThat(queue.remainingCapacity()).isZero();
  }

  @Test
  void timesOutAndLeavesNothingBehind() throws Exception {
    assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
    assertThat(queue.poll(-1, TimeUnit.DAYS)).isNull();
    queue.put(1);
    queue.put(2);
    assertThat(queue.offer(3, 1, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(queue.offer(3, -1, TimeUnit.DAYS)).isFalse();
    assertThat(queue.waiterCount()).isZero();
    assertThat(queue).containsExactly(1, 2);
    assertThat(queue.remainingCapacity()).isZero();
  }

  @Test
  void isInterruptible() throws Exception {
    Future<Integer> taken = whenItWaits(queue::take);
    taken.cancel(true);
    await().until(() -> queue.waiterCount() == 0);
    queue.put(1);
    assertThat(queue).containsExactly(1);

    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(queue::take);
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> queue.put(2));
    assertThat(queue).containsExactly(1);
  }

  @Test
  void closingTellsThoseWhoWaitForRoom() throws Exception {
    queue.put(1);
    queue.put(2);
    Future<Boolean> put = putWhenItWaits(3);
    queue.close();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(put::get)
        .withCauseInstanceOf(RingBufferClosedException.class);
    assertThat(queue.waiterCount()).isZero();
  }

  @Test
  void closingTellsThoseWhoWaitForElementsOnceTheyAreDrained() throws Exception {
    List<Future<Integer>> takers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      takers.add(whenItWaits(queue::take));
    }
    Future<Integer> poller = whenItWaits(() -> queue.poll(1, TimeUnit.DAYS));
    queue.close();
    for (Future<Integer> taker : takers) {
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(taker::get)
          .withCauseInstanceOf(RingBufferClosedException.class);
    }
    assertThat(poller.get()).isNull();
    assertThat(queue.waiterCount()).isZero();
  }

  @Test
  void aClosedQueueGivesOutWhatItHas() throws Exception {
    queue.put(1);
    queue.put(2);
    queue.close();
    queue.close();
    assertThat(queue.isClosed()).isTrue();
    assertThatExceptionOfType(RingBufferClosedException.class).isThrownBy(() -> queue.offer(3));
    assertThatExceptionOfType(RingBufferClosedException.class).isThrownBy(() -> queue.put(3));
    assertThatExceptionOfType(RingBufferClosedException.class).isThrownBy(() -> queue.add(3));
    assertThatExceptionOfType(RingBufferClosedException.class)
        .isThrownBy(() -> queue.fill(() -> 3, 1));
    assertThat(queue.take()).isOne();
    assertThat(queue.poll(1, TimeUnit.DAYS)).isEqualTo(2);
    assertThat(queue.poll(1, TimeUnit.DAYS)).isNull();
    assertThatExceptionOfType(RingBufferClosedException.class)
        .isThrownBy(queue::take)
        .withMessage("the queue is closed, with 0 elements left");
  }

  @Test
  void drainsIntoACollection() {
    queue.addAll(List.of(1, 2));
    List<Integer> target = new ArrayList<>();
    assertThat(queue.drainTo(target, 1)).isOne();
    assertThat(queue.drainTo(target)).isOne();
    assertThat(queue.drainTo(target)).isZero();
    assertThat(queue.drainTo(target, -5)).isZero();
    assertThat(target).containsExactly(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queue.drainTo(queue))
        .withMessageContaining("target");
  }

  @Test
  void isTheQueueOfAThreadPool() throws Exception {
    BlockingRingBuffer<Runnable> tasks = new BlockingRingBuffer<>(100);
    ThreadPoolExecutor pool = new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, tasks);
    AtomicInteger done = new AtomicInteger();
    int accepted = 0;
    for (int i = 0; i < 10_000; i++) {
      try {
        pool.execute(done::incrementAndGet);
        accepted++;
      } catch (RejectedExecutionException full) {
        Thread.onSpinWait();
      }
    }
    pool.shutdown();
    assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(done).hasValue(accepted);
    assertThat(tasks.waiterCount()).isZero();
  }

  @Test
  void aPoolTakesATaskBack() throws Exception {
    BlockingRingBuffer<Runnable> tasks = new BlockingRingBuffer<>(10);
    ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, tasks);
    Future<?> blocker = pool.submit(() -> queue.take());
    Runnable task = () -> {};
    pool.execute(task);
    await().until(() -> tasks.size() == 1);
    assertThat(pool.remove(task)).isTrue();
    assertThat(tasks).isEmpty();
    blocker.cancel(true);
    pool.shutdownNow();
    assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }
}
