package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.contest.Suite;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds the contests that match a pattern. */
final class SuiteChoice {
  static final String NO_CONTESTS = "there are no contests: the class path has no catalogue";

  private SuiteChoice() {}

  /**
   * Returns the matching contests.
   *
   * @throws ParameterException if no contest matches
   */
  static Suite choose(CommandSpec spec, Suite all, String glob) {
    Suite chosen = all.matching(glob);
    if (chosen.contests().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          all.contests().isEmpty()
              ? NO_CONTESTS
              : "--only %s matches none of the contests (there are %d; list shows them)"
                  .formatted(glob, all.contests().size()));
    }
    return chosen;
  }
}
