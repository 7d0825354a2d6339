package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * A value with the version under which it was published, read together. Immutable; equal to another
 * snapshot with an equal value and the same version.
 *
 * @param <T> the type of the value
 * @since 0.1.0
 */
public final class Snapshot<T> extends VersionNode<Snapshot<T>> {
  /*
   * Not a record, because it is also a node of the version chain. With a separate node an update
   * would allocate half as much again, and every read would follow one more reference.
   */

  private final T value;
  private final long version;

  Snapshot(T value, long version, @Nullable Snapshot<T> previous) {
    super(previous);
    this.value = value;
    this.version = version;
  }

  /**
   * Creates a snapshot that belongs to no reference.
   *
   * @param value the value
   * @param version its version
   * @throws IllegalArgumentException if {@code version} is negative
   */
  public Snapshot(T value, long version) {
    this(requireNonNull(value, "value"), Arguments.requireNotNegative(version, "version"), null);
  }

  /**
   * Returns the value.
   *
   * @return never null
   */
  public T value() {
    return value;
  }

  /**
   * Returns the version of the publication.
   *
   * @return the version, counted by the type that published it
   */
  @Override
  public long version() {
    return version;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Snapshot<?> that && version == that.version && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return 31 * value.hashCode() + Long.hashCode(version);
  }

  /**
   * Returns value and version for a log line.
   *
   * @return for example {@code 42@7}
   */
  @Override
  public String toString() {
    return value + "@" + version;
  }
}
