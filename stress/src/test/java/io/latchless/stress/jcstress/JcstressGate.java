package io.latchless.stress.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.Main;

/** Runs the jcstress tests of one class directory in a separate JVM, and reads the results. */
final class JcstressGate {
  private static final int NATIVE_ACCESS_WARNS_SINCE = 24;
  private static final String EVERYTHING = ".*";

  private final String packageName;
  private final Path directory;
  private final ForkClassPath classPath;
  private final Duration limit;

  /**
   * Prepares a run of the class directory that contains a package.
   *
   * @param directory directory for the run's output; emptied first
   * @param limit the time after which a run counts as hung
   */
  JcstressGate(String packageName, Path directory, Duration limit) {
    this.packageName = packageName;
    this.directory = directory;
    this.classPath = new ForkClassPath(packageName);
    this.limit = limit;
  }

  /** Runs every test. */
  JcstressRun run(List<String> arguments) throws IOException, InterruptedException {
    return run(EVERYTHING, arguments);
  }

  /** Runs the named tests. */
  JcstressRun run(Set<String> names, List<String> arguments)
      throws IOException, InterruptedException {
    String alternatives =
        names.stream().map(name -> name.replace(".", "[.$]")).collect(Collectors.joining("|"));
    return run("^(" + alternatives + ")$", arguments);
  }

  /** Runs the tests with matching names. */
  JcstressRun run(String selection, List<String> arguments)
      throws IOException, InterruptedException {
    empty();
    String path = classPath.packed(directory);
    List<String> command = new ArrayList<>(List.of("-r", "report", "-t", selection));
    command.addAll(arguments);
    Path output = directory.resolve("output.txt");
    int exitCode = fork(path, Main.class, command, output);

    Path read = directory.resolve("results.txt");
    int readCode = fork(path, BlobReader.class, blobs(), read);
    List<String> lines = Files.readAllLines(read);
    if (readCode != 0) {
      throw new IOException("the results cannot be read: " + String.join("\n", lines));
    }
    return new JcstressRun(
        exitCode,
        Files.readString(output),
        matching(selection, DeclaredTests.below(classPath.front()).stream()),
        matching(selection, after(BlobReader.LISTED, lines).map(DeclaredTests::canonical)),
        after(BlobReader.RESULT, lines)
            .map(ObservedResult::fromLine)
            .map(JcstressGate::canonical)
            .toList());
  }

  private void empty() throws IOException {
    Files.createDirectories(directory);
    List<Path> old;
    try (Stream<Path> walk = Files.walk(directory)) {
      old = walk.filter(path -> !path.equals(directory)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : old) {
      Files.delete(path);
    }
  }

  private List<String> blobs() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".bin.gz")).toList();
    }
  }

  private int fork(String path, Class<?> main, List<String> arguments, Path output)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    if (Runtime.version().feature() >= NATIVE_ACCESS_WARNS_SINCE) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", path, main.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("jcstress for " + packageName + " did not end within " + limit);
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Set<String> matching(String selection, Stream<String> names) {
    return names
        .filter(name -> Pattern.compile(selection).matcher(name).find())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> after(String prefix, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()));
  }

  private static ObservedResult canonical(ObservedResult r) {
    return new ObservedResult(
        DeclaredTests.canonical(r.test()), r.status(), r.passed(), r.samples(), r.table());
  }
}
