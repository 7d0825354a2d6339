package io.latchless.primitives;

/**
 * Is told of every change of a {@link SnapshotRef}: each exactly once, in version order, by one
 * thread at a time.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface ChangeListener<T> {
  /**
   * A value has been replaced. By the time of the call others may have followed it.
   *
   * @param before the value that was replaced
   * @param after the value that replaced it
   * @param version the version of {@code after}
   */
  void onChange(T before, T after, long version);
}
