package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.contest.Suite;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds the contests that a pattern asks for. */
final class SuiteChoice {
  private SuiteChoice() {}

  /**
   * The contests that match.
   *
   * @throws ParameterException if none does
   */
  static Suite choose(CommandSpec spec, String glob) {
    Suite all = Suite.load();
    Suite chosen = all.matching(glob);
    if (chosen.contests().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          all.contests().isEmpty()
              ? "there are no contests: no catalogue is on the class path"
              : "--only " + glob + " matches none of " + all.contests().size() + " contests");
    }
    return chosen;
  }
}
