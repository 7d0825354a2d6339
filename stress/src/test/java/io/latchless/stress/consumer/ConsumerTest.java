package io.latchless.stress.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds a project with Maven against the artifacts, and runs it on the JDK of this JVM. */
class ConsumerTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path SOURCES = ROOT.resolve("stress/src/test/consumer");
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final List<String> JARS =
      List.of("primitives", "ringbuffer", "registry-cow", "metrics", "eventbus", "rules");

  /**
   * Excludes the library's own artifacts, which are installed anew, and test dependencies. JUnit
   * stays, since Maven's own plugins import its bill of materials.
   */
  private static final Set<String> NOT_TAKEN_ALONG =
      Set.of(
          "io/latchless",
          "org/assertj",
          "org/awaitility",
          "org/openjdk",
          "net/jqwik",
          "com/tngtech");

  private static final int DENIES_UNSAFE_SINCE = 24;

  @TempDir private static Path directory = Path.of("");

  private static Path repository = Path.of("");

  /** Creates a repository with Maven's own plugins, JSpecify, and the published artifacts. */
  @BeforeAll
  static void install() throws IOException {
    repository = directory.resolve("repository");
    Path local = Path.of(System.getProperty("maven.repository"));
    for (Path group : list(local)) {
      for (Path below : Files.isDirectory(group) ? list(group) : List.<Path>of()) {
        Path name = local.relativize(below);
        if (!NOT_TAKEN_ALONG.contains(name.toString().replace(File.separatorChar, '/'))) {
          Path link = repository.resolve(name);
          Files.createDirectories(repository.resolve(local.relativize(group)));
          Files.createSymbolicLink(link, below);
        }
      }
    }
    install("bom", "pom", ROOT.resolve("bom/target/published.pom"));
    for (String module : JARS) {
      Path target = ROOT.resolve(module).resolve("target");
      install(module, "pom", target.resolve("published.pom"));
      install(module, "jar", target.resolve(fileName(module, "jar")));
    }
  }

  private static void install(String module, String type, Path from) throws IOException {
    Path folder = repository.resolve("io/latchless/latchless-" + module).resolve(VERSION);
    Files.copy(from, Files.createDirectories(folder).resolve(fileName(module, type)));
  }

  private static String fileName(String module, String type) {
    return "latchless-%s-%s.%s".formatted(module, VERSION, type);
  }

  private static List<Path> list(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.toList();
    }
  }

  @Test
  void runsFromTheClassPath() throws Exception {
    Path project = build("class-path", "Main.java");
    String path = project.resolve("target/classes") + File.pathSeparator + artifacts();

    assertThat(java("-cp", path, "consumer.Main")).containsExactly("ring 1 1 RUNNING");
  }

  @Test
  void runsFromTheModulePath() throws Exception {
    Path project = build("module-path", "Main.java", "module-info.java");
    String path = project.resolve("target/classes") + File.pathSeparator + artifacts();

    assertThat(java("--module-path", path, "--module", "consumer/consumer.Main"))
        .containsExactly("ring 1 1 RUNNING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"primitives", "ringbuffer", "registry-cow", "metrics", "eventbus"})
  void aPublishedPomNamesNoMoreThanItsUsersNeed(String module) throws IOException {
    String pom = Files.readString(ROOT.resolve(module).resolve("target/published.pom"));

    assertThat(pom)
        .contains("<url>", "<scm", "<developers>", "<licenses>")
        .doesNotContain("<parent>", "<scope>test</scope>", "dependencyManagement", "<build>");
    assertThat(pom.lines().map(String::strip).filter(line -> line.startsWith("<groupId>")))
        .containsOnly("<groupId>io.latchless</groupId>", "<groupId>org.jspecify</groupId>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"primitives", "ringbuffer", "registry-cow", "metrics", "eventbus", "rules"})
  void aJarHasItsLicenceAndItsVersion(String module) throws IOException {
    for (String type : List.of("jar", "sources.jar")) {
      String name = fileName(module, type).replace(".sources.jar", "-sources.jar");
      Path file = ROOT.resolve(module).resolve("target").resolve(name);
      try (JarFile jar = new JarFile(file.toFile())) {
        assertThat(jar.getJarEntry("META-INF/LICENSE")).as(name).isNotNull();
        assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
            .as(name)
            .isEqualTo(VERSION);
      }
    }
  }

  private static Path build(String name, String... sources) throws Exception {
    Path project = directory.resolve(name);
    Path root = project.resolve("src/main/java");
    Path java = Files.createDirectories(root.resolve("consumer"));
    for (String source : sources) {
      Path folder = source.startsWith("module-info") ? root : java;
      Files.copy(SOURCES.resolve(source), folder.resolve(source));
    }
    Files.writeString(
        project.resolve("pom.xml"),
        Files.readString(SOURCES.resolve("pom.xml"))
            .replace("RESOURCES_PLUGIN", System.getProperty("resources.plugin"))
            .replace("COMPILER_PLUGIN", System.getProperty("compiler.plugin")));
    List<String> said =
        run(
            project,
            Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
            "-B",
            "-o",
            "-Dmaven.repo.local=" + repository,
            "compile");
    assertThat(said).anyMatch(line -> line.contains("BUILD SUCCESS"));
    return project;
  }

  private static String artifacts() throws IOException {
    try (Stream<Path> jars = Files.walk(repository.resolve("io/latchless"))) {
      Stream<Path> ours = jars.filter(file -> file.toString().endsWith(".jar"));
      return ours.filter(file -> !file.toString().contains("rules"))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static List<String> java(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    if (Runtime.version().feature() >= DENIES_UNSAFE_SINCE) {
      command.add("--sun-misc-unsafe-memory-access=deny");
    }
    command.addAll(Arrays.asList(arguments));
    return run(directory, command.toArray(String[]::new));
  }

  /** Runs a command and returns its output, which becomes the message of a failure. */
  private static List<String> run(Path in, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("MAVEN_OPTS");
    Process process = builder.redirectErrorStream(true).start();
    List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor()).as("%s", said).isZero();
    return said;
  }
}
