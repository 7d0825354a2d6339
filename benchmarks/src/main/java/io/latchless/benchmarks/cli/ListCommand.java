package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import io.latchless.benchmarks.contest.Suite;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the contests. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the contests with their names, questions and subjects.")
final class ListCommand implements Runnable {
  @Option(
      names = "--only",
      paramLabel = "GLOB",
      defaultValue = "*",
      description =
          "List only the contests with a matching name; * is any text, ? is any character.")
  private String only = "*";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Suite all = Suite.load();
    if (all.contests().isEmpty()) {
      spec.commandLine().getErr().println(SuiteChoice.NO_CONTESTS);
      return;
    }
    Suite suite = SuiteChoice.choose(spec, all, only);
    for (Contest contest : suite.contests()) {
      out.println(contest.name());
      out.println("    " + contest.question());
      out.println(
          "    "
              + contest.subjects().stream().map(Subject::name).collect(Collectors.joining(" | "))
              + ", threads: "
              + contest.threads());
    }
    out.flush();
  }
}
