package io.latchless.primitives;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One version of a value, with a way back to the one before it for as long as that one is still
 * owed to a listener.
 *
 * @param <N> the concrete kind of link
 */
abstract class VersionNode<N extends VersionNode<N>> {
  /*
   * Set before the link is published and cut, to null, once. Cutting races with walking back in
   * harmless ways only, so opaque access is enough: a walker sees the predecessor or
   * null, and the predecessor's fields were published by the compare-and-set that replaced it.
   */

  private static final VarHandle PREVIOUS =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "previous",
          VarHandle.class,
          VersionNode.class,
          VersionNode.class);

  @SuppressWarnings("UnusedVariable") // through PREVIOUS only
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
