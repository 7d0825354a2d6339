package io.latchless.benchmarks.cli;

import com.sun.management.OperatingSystemMXBean;
import io.latchless.benchmarks.jmh.ForkFlags;
import io.latchless.benchmarks.results.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Describes the machine that this JVM runs on. */
final class ThisMachine {
  private static final String UNKNOWN = "unknown";

  private ThisMachine() {}

  static Machine describe() {
    return new Machine(
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Runtime.version().toString(),
        System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.vendor"),
        ForkFlags.COMMON,
        commit());
  }

  private static String cpu() {
    Path cpuinfo = Path.of("/proc/cpuinfo");
    if (Files.isReadable(cpuinfo)) {
      try (Stream<String> lines = Files.lines(cpuinfo)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElseGet(() -> System.getProperty("os.arch"));
      } catch (IOException e) {
        return System.getProperty("os.arch");
      }
    }
    return System.getProperty("os.arch");
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  /** Returns the commit of the checkout that this program was built in, if it is still there. */
  private static String commit() {
    try {
      CodeSource source = ThisMachine.class.getProtectionDomain().getCodeSource();
      if (source == null) {
        return UNKNOWN;
      }
      Path program = Path.of(source.getLocation().toURI());
      Path directory = Files.isDirectory(program) ? program : program.resolveSibling("");
      Process git =
          new ProcessBuilder("git", "-C", directory.toString(), "rev-parse", "HEAD")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String revision =
          new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 ? revision : UNKNOWN;
    } catch (IOException | URISyntaxException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
