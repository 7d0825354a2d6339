package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * A value and the version under which it was published, read at once. Immutable; equal to another
 * with an equal value and the same version.
 *
 * @param <T> the type of the value
 */
public final class Snapshot<T> extends VersionNode<Snapshot<T>> {
  /*
   * Not a record, because it is a link of the chain as well: with a link beside it, an update
   * allocates half as much again and every read follows one reference more.
   */

  private final T value;
  private final long version;

  Snapshot(T value, long version, @Nullable Snapshot<T> previous) {
    super(previous);
    this.value = value;
    this.version = version;
  }

  /**
   * A value under a version, for use apart from any reference.
   *
   * @param value the value
   * @param version its version
   * @throws IllegalArgumentException if {@code version} is negative
   */
  public Snapshot(T value, long version) {
    this(requireNonNull(value, "value"), Arguments.requireNotNegative(version, "version"), null);
  }

  /**
   * The value.
   *
   * @return the value, never null
   */
  public T value() {
    return value;
  }

  /**
   * The number of the publication.
   *
   * @return as the type that it comes from counts
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
   * Value and version for a log line.
   *
   * @return for example {@code 42@7}
   */
  @Override
  public String toString() {
    return value + "@" + version;
  }
}
