package io.latchless.primitives;

/**
 * Receives every change of a {@link SnapshotRef}, each exactly once, in version order, on one
 * thread at a time.
 *
 * @param <T> the type of the value
 * @since 0.1.0
 */
@FunctionalInterface
public interface ChangeListener<T> {
  /**
   * Called after a value has been replaced. Further changes may have followed it by the time of the
   * call.
   *
   * @param before the value that was replaced
   * @param after the value that replaced it
   * @param version the version of {@code after}
   */
  void onChange(T before, T after, long version);

  /**
   * Called once, before any change is reported, with the value from which the listener starts. So
   * it misses no value published between an earlier {@code get} and its registration.
   *
   * @param current the value at the time the listener was added, or a later one; the first reported
   *     change replaces it
   * @param version the version of {@code current}
   */
  default void onStart(T current, long version) {}
}
