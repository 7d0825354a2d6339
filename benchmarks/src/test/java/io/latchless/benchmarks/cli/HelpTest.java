package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;

/** The help of every command consists of whole sentences. */
class HelpTest {
  static Stream<CommandLine> commands() {
    CommandLine all = CommandLineTool.commandLine();
    return Stream.concat(Stream.of(all), all.getSubcommands().values().stream());
  }

  /** The list of commands shows the first string of each description and leaves out the rest. */
  @ParameterizedTest
  @MethodSource("commands")
  void theSummaryOfACommandIsASentence(CommandLine command) {
    String[] description = command.getCommandSpec().usageMessage().description();

    assertThat(description).isNotEmpty();
    assertThat(description[0]).matches("(?s)[A-Z].*[.]");
    assertThat(command.getUsageMessage(Ansi.OFF)).contains("Usage: ");
  }

  @Test
  void adviseSaysWhereItLooksAndWhatItDoesWithoutTheWorkload() {
    String help =
        new CommandLine(new AdviseCommand()).getUsageMessage(Ansi.OFF).replaceAll("\\s+", " ");

    assertThat(help)
        .contains("then those in docs/results.", "the nearest measured one is answered for")
        .contains("--read-rate", "Default: needed.");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theDescriptionOfAnArgumentEndsWithASentence(CommandLine command) {
    List<ArgSpec> arguments = command.getCommandSpec().args();

    assertThat(arguments)
        .allSatisfy(
            argument ->
                assertThat(String.join(" ", argument.description()).strip())
                    .as(argument.paramLabel())
                    .matches("(?s).*[.]"));
  }
}
