package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.contest.Suite;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds the contests that a pattern asks for. */
final class SuiteChoice {
  static final String NO_CONTESTS = "there are no contests: no catalogue is on the class path";

  private SuiteChoice() {}

  /**
   * The contests that match.
   *
   * @throws ParameterException if none does
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
