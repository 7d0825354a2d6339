package io.latchless.testing;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;

/** Asserts that something is not kept alive. */
public final class Garbage {
  private Garbage() {}

  public static void awaitCollected(WeakReference<?> reference) {
    await()
        .until(
            () -> {
              System.gc();
              return reference.refersTo(null);
            });
  }
}
