package io.latchless.registry;

import java.util.function.LongConsumer;

/** A subscription that has itself removed by its id. */
class Registration implements Subscription {
  private final long id;
  private final LongConsumer remove;
  private volatile boolean closed;

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
    return closed;
  }

  /** Removes again what was removed: who closed first may still be about to. */
  @Override
  public final void close() {
    closed = true;
    remove.accept(id);
  }
}
