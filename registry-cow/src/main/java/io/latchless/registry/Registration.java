package io.latchless.registry;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A subscription that removes itself by its id. */
class Registration implements HandlerSubscription {
  private final long id;

  /**
   * Leads to the registry; null once the handler is removed, so that a closed one keeps nothing.
   */
  private volatile @Nullable LongConsumer remove;

  Registration(long id, LongConsumer remove) {
    this.id = id;
    this.remove = remove;
  }

  @Override
  public final long id() {
    return id;
  }

  @Override
  public final boolean isClosed() {
    return remove == null;
  }

  /**
   * Removes the handler even if another thread is about to: after this call no dispatch may start
   * that calls it. What a key throws from {@code equals} leaves the subscription open.
   */
  @Override
  public final void close() {
    LongConsumer present = remove;
    if (present != null) {
      present.accept(id);
      remove = null;
    }
  }
}
