package io.latchless.registry;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A subscription that removes itself by its id. */
class Registration implements HandlerSubscription {
  private final long id;

  /** Removes the handler; null afterwards, so that a closed subscription keeps nothing alive. */
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
   * Removes the handler even if another thread is about to do so: no dispatch that starts after
   * this call may call it. If {@code equals} of a key throws, the subscription stays open.
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
