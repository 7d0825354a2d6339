package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.guide.GuideFigures;
import io.latchless.benchmarks.guide.Picture;
import io.latchless.benchmarks.results.Results;
import io.latchless.benchmarks.results.ResultsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the figures of a run into the marked places of Markdown guides. */
@Command(
    name = "guide",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the figures of a run into the marked places of Markdown files.",
      "Everything else in the files stays as it is. docs/choosing.md is such a file."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a file cannot be written",
      "2:bad arguments, unusable results, or a file without marked places"
    })
final class GuideCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RESULTS.json", description = "A results file written by compare.")
  private Path input = Path.of("results.json");

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "A Markdown file with marked places. May be given several times.")
  private List<Path> guides = List.of();

  @Option(
      names = "--curves",
      paramLabel = "CURVES.json",
      description = "A results file written by curves, for guides with places for it.")
  private @Nullable Path curves;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "The SVG file to draw the six scenarios into.")
  private @Nullable Path picture;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Results results = ResultsJson.read(input);
    if (guides.isEmpty() && picture == null) {
      throw new ParameterException(
          spec.commandLine(), "there is nothing to write: give --into, --picture, or both");
    }
    Results sweeps = curves == null ? null : ResultsJson.read(curves);
    PrintWriter out = spec.commandLine().getOut();
    for (Path guide : guides) {
      Files.writeString(guide, filled(guide, results, sweeps));
      out.println("guide    " + guide.toAbsolutePath().normalize());
    }
    if (picture != null) {
      Files.writeString(picture, Picture.of(results));
      out.println("picture  " + picture.toAbsolutePath().normalize());
    }
    out.flush();
    return CommandLineTool.OK;
  }

  private String filled(Path guide, Results results, @Nullable Results sweeps) throws IOException {
    if (!Files.isRegularFile(guide)) {
      throw new ParameterException(spec.commandLine(), "--into " + guide + " is not a file");
    }
    try {
      return GuideFigures.into(Files.readString(guide), results, sweeps);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--into " + guide + " cannot be used: " + e.getMessage(), e);
    }
  }
}
