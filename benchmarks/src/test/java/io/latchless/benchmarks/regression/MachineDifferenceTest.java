package io.latchless.benchmarks.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.results.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineDifferenceTest {
  @Test
  void sameMachineHasNone() {
    assertThat(MachineDifference.between(Runs.machine(), Runs.machine())).isEmpty();
  }

  @Test
  void everyFieldIsLookedAt() {
    Machine other = new Machine("Xeon", 4, 1L << 34, "Windows", "25+1", "J9", List.of(), "fff");
    assertThat(MachineDifference.between(Runs.machine(), other))
        .hasSameSizeAs(Machine.class.getRecordComponents())
        .contains(
            new MachineDifference("processor", "AMD EPYC 7B13", "Xeon", true),
            new MachineDifference("number of cores", "2", "4", true),
            new MachineDifference("memory", "8,192 MiB", "16,384 MiB", false),
            new MachineDifference("JDK", "17.0.15+6", "25+1", true),
            new MachineDifference("flags", "-Xms2g -Xmx2g", "none", false),
            new MachineDifference("commit", "2df4c44d51", "fff", false));
  }

  @ParameterizedTest
  @CsvSource({
    "17.0.15+6, 17.0.16+8, false",
    "17.0.15+6-Debian-1deb12u1, 25.0.3+9-LTS, true",
    "17.0.15+6, home-made, true"
  })
  void onlyTheMajorVersionOfTheJdkDecides(String older, String newer, boolean decisive) {
    assertThat(MachineDifference.between(with(older), with(newer)))
        .containsExactly(new MachineDifference("JDK", older, newer, decisive));
  }

  private static Machine with(String jdk) {
    Machine machine = Runs.machine();
    return new Machine(
        machine.cpu(),
        machine.cores(),
        machine.memoryBytes(),
        machine.os(),
        jdk,
        machine.vm(),
        machine.flags(),
        machine.commit());
  }
}
