package io.latchless.rules.examples.leftalone.returns;

import java.util.List;
import java.util.Map;

@SuppressWarnings("ArrayRecordComponent")
public record Route(List<String> hops, Map<String, String> labels, int[] weights) {
  public Route {
    hops = List.copyOf(hops);
    labels = labels == null ? Map.of() : Map.copyOf(labels);
  }

  @Override
  public int[] weights() {
    return weights.clone();
  }
}
