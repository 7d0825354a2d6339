package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.regression.MeasuredChanges;
import io.latchless.benchmarks.report.HtmlReport;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report page again from earlier results. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the report of an earlier run again, without measuring.",
      "With --against, it also reports and prints the changes since another run."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the report cannot be written",
      "2:bad arguments, or results that are missing, damaged or of another schema"
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RESULTS.json",
      description = "A results file written by compare or curves.")
  private Path input = Path.of("results.json");

  @Option(
      names = "--against",
      paramLabel = "OLD.json",
      description = "A results file of an earlier run of compare, to compare with.")
  private @Nullable Path against;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "The file to write the page to. Default: index.html beside the results, or curves.html for"
            + " curves.json."
      })
  private @Nullable Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Results results = ResultsJson.read(input);
    Path page = out == null ? input.resolveSibling(usualName()) : out;
    PrintWriter print = spec.commandLine().getOut();
    if (against == null) {
      HtmlReport.write(results, page);
    } else {
      MeasuredChanges changes = MeasuredChanges.between(ResultsJson.read(against), results);
      HtmlReport.write(changes, page);
      new ChangeTable(print).print(changes);
    }
    print.println("report   " + page.toAbsolutePath().normalize());
    print.flush();
    return CommandLineTool.OK;
  }

  /**
   * Names the page of curves differently, so that it does not replace a report in the same
   * directory.
   */
  private String usualName() {
    return input.endsWith(CurvesRun.JSON) ? CurvesRun.PAGE : "index.html";
  }
}
