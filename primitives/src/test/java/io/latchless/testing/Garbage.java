package io.latchless.testing;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.List;

/** Asserts that an object is not kept alive. */
public final class Garbage {
  private Garbage() {}

  public static void awaitCollected(WeakReference<?> reference) {
    awaitCollected(List.of(reference));
  }

  public static void awaitCollected(List<? extends WeakReference<?>> references) {
    await()
        .until(
            () -> {
              System.gc();
              return references.stream().allMatch(reference -> reference.refersTo(null));
            });
  }
}
