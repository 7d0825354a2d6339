package io.latchless.benchmarks.lazy;

import io.latchless.primitives.Lazy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates lazy values from their names in the contests. */
public final class Lazies {
  /** The names of all lazy values, ours first. */
  public static final List<String> NAMES =
      List.of("Lazy", "double-checked locking", "synchronized", "ReentrantLock");

  private Lazies() {}

  /** Creates a lazy value that either retries after a failure or remembers it. */
  public static <T extends @Nullable Object> Supplier<T> create(
      String name, Callable<? extends T> initializer, boolean rememberFailure) {
    return switch (name) {
      case "Lazy" -> rememberFailure ? Lazy.rememberingFailure(initializer) : Lazy.of(initializer);
      case "double-checked locking" -> new DoubleCheckedLazy<>(initializer, rememberFailure);
      case "synchronized" -> new SynchronizedLazy<>(initializer, rememberFailure);
      case "ReentrantLock" -> new LockLazy<>(initializer, rememberFailure);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
