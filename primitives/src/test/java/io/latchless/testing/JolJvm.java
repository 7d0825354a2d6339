package io.latchless.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jol.info.ClassLayout;

/**
 * Runs JOL in a separate JVM. JOL needs Unsafe and attaches an agent, both of which the JVM of the
 * tests denies. A layout also depends on flags that a running JVM cannot change.
 */
public final class JolJvm {
  private static final List<String> ATTACHING =
      List.of("-XX:+EnableDynamicAgentLoading", "-Djdk.attach.allowAttachSelf=true");
  private static final List<String> NOT_ATTACHING = List.of("-Djol.skipDynamicAttach=true");

  private JolJvm() {}

  /**
   * Returns the output of a main class that prints field offsets, for which nothing is attached.
   */
  public static List<String> fields(List<String> flags, Class<?> main, Class<?>... alsoNeeded)
      throws Exception {
    return run(flags, NOT_ATTACHING, main, alsoNeeded, "fields");
  }

  /** Returns the output of a main class that measures instances. */
  public static List<String> idle(List<String> flags, Class<?> main, Class<?>... alsoNeeded)
      throws Exception {
    return run(flags, ATTACHING, main, alsoNeeded, "idle");
  }

  private static List<String> run(
      List<String> flags, List<String> attach, Class<?> main, Class<?>[] alsoNeeded, String what)
      throws Exception {
    List<String> classPath = new ArrayList<>();
    classPath.add(pathOf(main));
    classPath.add(pathOf(ClassLayout.class));
    Arrays.stream(alsoNeeded).map(JolJvm::pathOf).forEach(classPath::add);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(attach);
    command.add("-Xmx64m");
    command.add("-Xlog:disable"); // no class data archive for rare flags
    command.add("-XX:+IgnoreUnrecognizedVMOptions"); // 17 does not know the next one
    command.add("-XX:TieredStopAtLevel=1"); // it ends before C2 would pay off
    command.add("-Dsun.misc.unsafe.memory.access=allow");
    command.add("-Djol.skipHotspotSAAttach=true"); // would start a JVM, for addresses only
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath));
    command.add(main.getName());
    command.add(what);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.lines().toList();
  }

  private static String pathOf(Class<?> type) {
    String resource = type.getName().replace('.', '/') + ".class";
    String found = String.valueOf(type.getResource("/" + resource));
    String root = found.substring(0, found.length() - resource.length());
    return Path.of(
            root.replaceFirst("^jar:", "").replaceFirst("^file:", "").replaceFirst("!/$", ""))
        .toString();
  }
}
