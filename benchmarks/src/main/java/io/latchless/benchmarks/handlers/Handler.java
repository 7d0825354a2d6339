package io.latchless.benchmarks.handlers;

import java.util.List;
import java.util.function.LongFunction;

/** A handler that changes a tally. */
@FunctionalInterface
public interface Handler {
  /** Handles the event. */
  void on(DispatchTally tally);

  /** Returns a handler of one of four classes in turn, so that no call site is monomorphic. */
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

  /** Flips bits. */
  record Xor(long number) implements Handler {
    @Override
    public void on(DispatchTally tally) {
      tally.set(tally.value() ^ number);
    }
  }

  /** Rotates bits, and adds. */
  record Twist(long number) implements Handler {
    @Override
    public void on(DispatchTally tally) {
      tally.set(Long.rotateLeft(tally.value(), 1) + number);
    }
  }
}
