package io.latchless.stress.subjects;

import io.latchless.metrics.MaxMin;

/** The minimum and maximum of numbers: the library's or a rogue. */
public interface RangeSubject {
  /** Returned if nothing has been recorded. */
  String NOTHING = "nothing";

  void record(long value);

  /** Returns the range, for example {@code 3 to 17}, or {@link #NOTHING}. */
  String range();

  /** Returns the range, and resets it. */
  String rangeThenReset();

  static RangeSubject of(MaxMin maxMin) {
    return new RangeSubject() {
      @Override
      public void record(long value) {
        maxMin.record(value);
      }

      @Override
      public String range() {
        return maxMin.range().map(range -> range.min() + " to " + range.max()).orElse(NOTHING);
      }

      @Override
      public String rangeThenReset() {
        return maxMin
            .rangeThenReset()
            .map(range -> range.min() + " to " + range.max())
            .orElse(NOTHING);
      }
    };
  }
}
