package io.latchless.stress.memorymodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Compiles a model with {@code g++} and runs it. */
final class Program {
  private static final Path RELACY = Path.of("/usr/include/relacy/relacy.hpp");
  private static final long MINUTES = 10;

  /**
   * The result of a run.
   *
   * @param exitCode 0 if each suite has passed and each of its twins was reported
   * @param output one line for each suite and twin, and the history of each failure
   */
  record Run(int exitCode, String output) {}

  private Program() {}

  /** Compiles a model in a folder and runs it. */
  static Run run(Path source, Path folder, Path headers) throws IOException, InterruptedException {
    requireTools(System.getenv("PATH"), RELACY);
    Path binary = folder.resolve(source.getFileName() + ".out");
    Run compiled =
        start(
            folder,
            List.of(
                "g++",
                "-std=c++11",
                "-w",
                "-O1",
                "-I" + headers,
                source.toString(),
                "-o",
                binary.toString()));
    return compiled.exitCode == 0 ? start(folder, List.of(binary.toString())) : compiled;
  }

  /** Fails if the compiler or the header is missing, because nothing would be checked. */
  static void requireTools(String path, Path header) {
    List<String> missing = new ArrayList<>();
    if (List.of(path.split(":", -1)).stream()
        .noneMatch(folder -> Files.isExecutable(Path.of(folder, "g++")))) {
      missing.add("g++");
    }
    if (!Files.isReadable(header)) {
      missing.add(header.toString());
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "the models need " + missing + ": apt-get install g++ relacy-dev");
    }
  }

  private static Run start(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "run", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        return new Run(-1, command + " was still running after " + MINUTES + " minutes");
      }
      return new Run(process.exitValue(), Files.readString(log));
    } finally {
      process.destroyForcibly();
    }
  }
}
