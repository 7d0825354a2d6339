package io.latchless.benchmarks.scopes;

import io.latchless.registry.ScopedHandlerRegistry;
import java.util.List;

/** Creates emitters from their names in the contests. */
final class Emitters {
  static final String OURS = "ScopedHandlerRegistry";
  static final String SYNCHRONIZED = "synchronized";
  static final String SPLITTING = "split and join";
  static final String SUBSTRING = "substring";

  /** The names of all emitters, ours first. */
  static final List<String> NAMES = List.of(OURS, SYNCHRONIZED, SPLITTING, SUBSTRING);

  private Emitters() {}

  /** Creates an emitter without handlers. */
  static <H> Emitter<H> create(String name) {
    return switch (name) {
      case OURS -> new LatchlessEmitter<>(new ScopedHandlerRegistry<>());
      case SYNCHRONIZED -> new SynchronizedEmitter<>();
      case SPLITTING -> new SplittingEmitter<>();
      case SUBSTRING -> new SubstringEmitter<>();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
