package io.latchless.ringbuffer;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;

/** Asserts that something is not kept alive. */
final class Garbage {
  private Garbage() {}

  static void awaitCollected(WeakReference<?> reference) {
    await()
        .until(
            () -> {
              System.gc();
              return reference.refersTo(null);
            });
  }
}
