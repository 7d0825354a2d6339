package io.latchless.stress.subjects;

import io.latchless.metrics.Counter;

/** A counter that restarts at zero when its sum is taken: the library's or a rogue. */
public interface CounterSubject {
  void increment();

  long sum();

  long sumThenReset();

  static CounterSubject of(Counter counter) {
    return new CounterSubject() {
      @Override
      public void increment() {
        counter.increment();
      }

      @Override
      public long sum() {
        return counter.sum();
      }

      @Override
      public long sumThenReset() {
        return counter.sumThenReset();
      }
    };
  }
}
