package io.latchless.stress.subjects;

import io.latchless.metrics.MaxMin;

/** The least and the greatest of numbers, ours or a rogue. */
public interface RangeSubject {
  /** What is returned where nothing has been recorded. */
  String NOTHING = "nothing";

  void record(long value);

  /** For example {@code 3 to 17}, or {@link #NOTHING}. */
  String range();

  /** The same, and starts again. */
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
