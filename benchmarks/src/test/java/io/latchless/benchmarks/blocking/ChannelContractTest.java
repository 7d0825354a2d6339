package io.latchless.benchmarks.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.BackgroundThread;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every channel carries all elements in order, and both sides can wait. The tests run on threads of
 * their own, because a Disruptor's producer that waits for space cannot be interrupted.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChannelContractTest {
  private static final String NAMES = "io.latchless.benchmarks.blocking.Channels#NAMES";
  private static final int CAPACITY = 4;
  private static final int ELEMENTS = 20_000;

  @ParameterizedTest
  @FieldSource(NAMES)
  void keepsOrderLapAfterLap(String name) throws InterruptedException {
    Channel<Integer> channel = Channels.create(name, CAPACITY);
    for (int lap = 0; lap < 5; lap++) {
      for (int i = 0; i < CAPACITY; i++) {
        channel.put(i);
      }
      for (int i = 0; i < CAPACITY; i++) {
        assertThat(channel.take()).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void carriesEverythingInOrder(String name) throws InterruptedException {
    Channel<Integer> channel = Channels.create(name, CAPACITY);
    AtomicInteger next = new AtomicInteger();
    BackgroundThread putter =
        BackgroundThread.start("putter", () -> channel.put(next.getAndIncrement()));

    for (int i = 0; i < ELEMENTS; i++) {
      assertThat(channel.take()).isEqualTo(i);
    }
    // The producer may be waiting for space, where Disruptor's cannot be interrupted.
    BackgroundThread taker = BackgroundThread.start("taker", channel::take);
    putter.stop();
    taker.stop();
  }

  @ParameterizedTest
  @FieldSource(NAMES)
  void anElementGoesThereAndBack(String name) throws InterruptedException {
    PingPong game = new PingPong();
    game.subject = name;
    game.create();
    Object ball = game.roundTrip();
    for (int i = 0; i < 1_000; i++) {
      assertThat(game.roundTrip()).isSameAs(ball);
    }
    game.stop();
  }
}
