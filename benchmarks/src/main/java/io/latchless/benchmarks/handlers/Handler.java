package io.latchless.benchmarks.handlers;

import java.util.List;
import java.util.function.LongFunction;

/** Changes a tally. */
@FunctionalInterface
public interface Handler {
  /** Handles the event. */
  void on(DispatchTally tally);

  /** One of four classes in turn, so that no caller can be compiled for a single one. */
  static Handler numbered(int number) {
    List<LongFunction<Handler>> kinds = List.of(Plus::new, Minus::new, Xor::new, Twist::new);
    return kinds.get(number % kinds.size()).apply(number + 1L);
  }

  /** Adds. */
  record Plus(long number) implements Handler {
    @Override
    public void on(DispatchTally tally) {
      tally.set(tally.value() + number);
    }
  }

  /** Subtracts. */
  record Minus(long number) implements Handler {
    @Override
    public void on(DispatchTally tally) {
      tally.set(tally.value() - number);
    }
  }

  /** Turns bits over. */
  record Xor(long number) implements Handler {
    @Override
    public void on(DispatchTally tally) {
      tally.set(tally.value() ^ number);
    }
  }

  /** Moves bits round, and adds. */
  record Twist(long number) implements Handler {
    @Override
    public void on(DispatchTally tally) {
      tally.set(Long.rotateLeft(tally.value(), 1) + number);
    }
  }
}
