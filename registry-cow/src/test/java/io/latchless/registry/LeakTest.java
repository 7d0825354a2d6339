package io.latchless.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.testing.Garbage;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** Checks that handlers that have come and gone leave nothing behind. */
class LeakTest {
  private static final int TIMES = 10_000_000;
  private static final int KEYS = 10_000;

  /** One leaked object per handler would be ten times as much. */
  private static final long BYTES_TOLERATED = 16L * 1_000_000;

  @Test
  void tenMillionHandlersLeaveNothing() {
    HandlerRegistry<Integer, Object> handlers = new HandlerRegistry<>();
    QuiescentHandlerRegistry<Integer, Object> quiescent = new QuiescentHandlerRegistry<>();
    comeAndGo(handlers, quiescent, TIMES / 100);
    long before = usedBytes();
    WeakReference<Object> last = comeAndGo(handlers, quiescent, TIMES);
    Garbage.awaitCollected(last);
    assertThat(usedBytes() - before).isLessThan(BYTES_TOLERATED);
    assertThat(handlers.keyCount()).isZero();
    assertThat(quiescent.keyCount()).isZero();
  }

  /** Keeps ten handlers at a time, so that keys with several handlers come and go too. */
  private static WeakReference<Object> comeAndGo(
      HandlerRegistry<Integer, Object> handlers,
      QuiescentHandlerRegistry<Integer, Object> quiescent,
      int times) {
    HandlerSubscription[] open = new HandlerSubscription[10];
    Object handler = new Object();
    for (int i = 0; i < times; i++) {
      int at = i % open.length;
      if (open[at] != null) {
        open[at].close();
      }
      handler = new Object();
      HandlerRegistry<Integer, Object> either = i / open.length % 2 == 0 ? handlers : quiescent;
      open[at] = either.subscribe(i / 3 % KEYS, handler);
    }
    for (HandlerSubscription subscription : open) {
      subscription.close();
    }
    return new WeakReference<>(handler);
  }

  private static long usedBytes() {
    Garbage.awaitCollected(new WeakReference<>(new Object()));
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
