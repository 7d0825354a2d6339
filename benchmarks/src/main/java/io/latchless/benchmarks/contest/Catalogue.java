package io.latchless.benchmarks.contest;

import java.util.List;

/**
 * Contests that belong together. Found through {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/io.latchless.benchmarks.contest.Catalogue} and its contests are listed,
 * run and reported.
 */
public interface Catalogue {
  /** The contests, in the order in which a reader should meet them. */
  List<Contest> contests();
}
