package io.latchless.benchmarks.contest;

import java.util.List;

/**
 * A group of contests. Implementations are found by {@link java.util.ServiceLoader}: list the class
 * in {@code META-INF/services/io.latchless.benchmarks.contest.Catalogue}, and its contests are
 * listed, run and reported.
 */
public interface Catalogue {
  /** Returns the contests, in reading order. */
  List<Contest> contests();
}
