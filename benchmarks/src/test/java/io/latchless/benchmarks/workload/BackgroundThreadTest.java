package io.latchless.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundThreadTest {
  @Test
  void repeatsUntilItIsStopped() throws InterruptedException {
    AtomicInteger turns = new AtomicInteger();
    BackgroundThread thread = BackgroundThread.start("turns", turns::getAndIncrement);
    await().until(() -> turns.get() > 10);
    thread.stop();
    int then = turns.get();
    thread.stop();
    assertThat(turns).hasValue(then);
  }

  @Test
  void leavesWhatItWaitsFor() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    BackgroundThread.start("waits", never::await).stop();
    assertThat(never.getCount()).isOne();
  }

  @Test
  void saysThatItFailed() {
    ArithmeticException failure = new ArithmeticException("none");
    AtomicInteger turns = new AtomicInteger();
    BackgroundThread thread =
        BackgroundThread.start(
            "fails",
            () -> {
              turns.getAndIncrement();
              throw failure;
            });
    await().until(() -> turns.get() > 0);
    assertThatIllegalStateException()
        .isThrownBy(thread::stop)
        .withMessage("fails failed")
        .withCause(failure);
    assertThat(turns).hasValue(1);
  }
}
