package io.latchless.stress.memorymodel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each protocol holds under the C++11 memory model, and each weakened twin is reported. */
@Tag("memory-model")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemoryModelTest {
  private static final Path STRESS =
      Path.of(System.getProperty("project.root", ".."))
          .toAbsolutePath()
          .normalize()
          .resolve("stress");
  private static final Path MODELS = STRESS.resolve("src/memory-model");
  private static final Path PLANTED = STRESS.resolve("src/test/resources/memory-model");

  private final Map<String, Future<Program.Run>> runs = new TreeMap<>();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    for (Path source : sources()) {
      runs.put(
          String.valueOf(source.getFileName()),
          pool.submit(() -> Program.run(source, folder, MODELS)));
    }
  }

  @AfterAll
  void stop() {
    pool.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> protocolsHoldAndTwinsAreReported() {
    return runs.entrySet().stream()
        .filter(run -> !run.getKey().startsWith("Planted"))
        .map(
            run -> DynamicTest.dynamicTest(run.getKey(), () -> isAsExpected(run.getValue().get())));
  }

  private static void isAsExpected(Program.Run run) {
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output().lines())
        .as(run.output())
        .allMatch(line -> line.startsWith("ok  "))
        .anyMatch(line -> line.contains(", twin "));
  }

  @Test
  void modelThatIsWrongIsSeen() throws Exception {
    Program.Run run = runOf("PlantedError.cpp");
    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).startsWith("FAIL a flag that publishes nothing: DATA RACE");
  }

  @Test
  void twinThatIsNotReportedIsSeen() throws Exception {
    Program.Run run = runOf("PlantedTwin.cpp");
    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output())
        .contains("FAIL a flag that publishes, twin 1, nothing is weakened: SUCCESS");
  }

  @Test
  void modelThatDoesNotCompileIsSeen() throws Exception {
    Program.Run run = runOf("PlantedTypo.cpp");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("error:");
  }

  @Test
  void missingToolsAreNamed(@TempDir Path empty) {
    assertThatThrownBy(() -> Program.requireTools(empty.toString(), empty.resolve("relacy.hpp")))
        .hasMessageStartingWith("the models need [g++, ")
        .hasMessageEndingWith("relacy.hpp]: apt-get install g++ relacy-dev");
  }

  private Program.Run runOf(String file) throws Exception {
    return requireNonNull(runs.get(file), file).get();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> models = Files.list(MODELS);
        Stream<Path> planted = Files.list(PLANTED)) {
      return Stream.concat(models, planted)
          .filter(file -> file.toString().endsWith(".cpp"))
          .sorted()
          .toList();
    }
  }
}
