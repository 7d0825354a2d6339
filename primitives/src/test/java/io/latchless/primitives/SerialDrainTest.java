package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SerialDrainTest {
  @Test
  void runsTheStepOnTheRequestingThread() {
    List<Thread> ran = new ArrayList<>();
    new SerialDrain(() -> ran.add(Thread.currentThread())).request();
    assertThat(ran).containsExactly(Thread.currentThread());
  }

  @Test
  void doesNotNestAStepThatRequestsItself() {
    AtomicInteger depth = new AtomicInteger();
    AtomicInteger steps = new AtomicInteger();
    SerialDrain[] self = new SerialDrain[1];
    self[0] =
        new SerialDrain(
            () -> {
              assertThat(depth.incrementAndGet()).isEqualTo(1);
              if (steps.incrementAndGet() < 100_000) {
                self[0].request();
              }
              depth.decrementAndGet();
            });
    self[0].request();
    assertThat(steps).hasValue(100_000);
  }

  @Test
  void aRequestDuringTheStepReturnsAtOnceAndIsServedByTheRunner() throws Exception {
    CountDownLatch inStep = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Thread> ran = new ArrayList<>();
    SerialDrain drain =
        new SerialDrain(
            () -> {
              ran.add(Thread.currentThread());
              inStep.countDown();
              awaitUninterrupted(goOn);
            });
    Race.Runner<Boolean> runner =
        Race.start(
            () -> {
              drain.request();
              return true;
            });
    inStep.await();
    drain.request();
    goOn.countDown();
    runner.result();
    assertThat(ran).containsExactly(runner.thread, runner.thread);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyRequestIsFollowedByAStepThatSeesWhatCameBeforeIt() throws Exception {
    AtomicLong requested = new AtomicLong();
    long[] seen = {0};
    AtomicInteger inside = new AtomicInteger();
    SerialDrain drain =
        new SerialDrain(
            () -> {
              assertThat(inside.incrementAndGet()).isEqualTo(1);
              seen[0] = requested.get();
              inside.decrementAndGet();
            });
    for (int round = 0; round < 200; round++) {
      Race.of(
          3,
          index -> {
            for (int i = 0; i < 50; i++) {
              requested.incrementAndGet();
              drain.request();
            }
          });
      assertThat(seen[0]).isEqualTo(requested.get());
    }
  }

  @Test
  void aStepThatThrowsDoesNotEndTheSerialDrain() {
    AtomicInteger steps = new AtomicInteger();
    SerialDrain drain =
        new SerialDrain(
            () -> {
              if (steps.incrementAndGet() == 1) {
                throw new IllegalStateException("first");
              }
            });
    assertThatThrownBy(drain::request).hasMessage("first");
    drain.request();
    assertThat(steps).hasValue(2);
  }
}
