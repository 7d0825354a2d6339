package io.latchless.primitives;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One version of a value, with a reference to the version before it for as long as a listener is
 * still owed that one.
 *
 * @param <N> the concrete type of the node
 */
abstract class VersionNode<N extends VersionNode<N>> {
  /*
   * Set before the node is published, and cleared once. Clearing races with walking back only in
   * harmless ways, so opaque access is enough. A walker sees the predecessor or null, and the
   * predecessor's fields were published by the compare-and-set that replaced it.
   */

  private static final VarHandle PREVIOUS =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "previous",
          VarHandle.class,
          VersionNode.class,
          VersionNode.class);

  @SuppressWarnings("UnusedVariable") // accessed through PREVIOUS only
  private @Nullable VersionNode<N> previous;

  VersionNode(@Nullable N previous) {
    this.previous = previous;
  }

  abstract long version();

  @SuppressWarnings("unchecked")
  final @Nullable N previousOpaque() {
    return (N) PREVIOUS.getOpaque(this);
  }

  final void unlink() {
    PREVIOUS.setOpaque(this, null);
  }
}
