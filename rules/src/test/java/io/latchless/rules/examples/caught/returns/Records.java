package io.latchless.rules.examples.caught.returns;

import java.util.List;

@SuppressWarnings("ArrayRecordComponent")
public final class Records {
  public record Point(int dimension, double[] coordinates) {} // caught

  public record Labels(int first, List<String> names) {} // caught

  private Records() {}
}
