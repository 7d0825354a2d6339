package io.latchless.stress.freeze;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import io.latchless.stress.Effort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child JVM under the debugger: its process, its two pipes, and the debugger's view of it. */
final class ChildJvm implements AutoCloseable {
  private static final String ACCEPT_MILLIS = "20000";
  private static final String UNSAFE_ACCESS = "sun.misc.unsafe.memory.access";

  /**
   * After this time a child counts as hung; it is killed, so that a thread reading from it sees the
   * end.
   */
  private static final long LIFETIME_SECONDS = 600;

  private final Process process;
  private final Path errors;
  private final PrintWriter commands;
  private final BufferedReader answers;
  private final VirtualMachine machine;
  private final CompletableFuture<Void> watchdog;

  private ChildJvm(Process process, Path errors, VirtualMachine machine) {
    this.process = process;
    this.errors = errors;
    this.machine = machine;
    commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    answers = process.inputReader(StandardCharsets.UTF_8);
    watchdog =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(LIFETIME_SECONDS, TimeUnit.SECONDS));
  }

  /**
   * Launches one child at a time: the connector is shared, and accepts each set of arguments once.
   */
  static synchronized ChildJvm launch(Class<?> main, String argument) throws IOException {
    ListeningConnector connector =
        Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(c -> c.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow(() -> new IOException("this JDK has no socket transport for debugging"));
    Map<String, Connector.Argument> settings = connector.defaultArguments();
    set(settings, "localAddress", "127.0.0.1");
    set(settings, "timeout", ACCEPT_MILLIS);
    try {
      String address = connector.startListening(settings);
      try {
        Path errors = Files.createTempFile("freeze", ".log");
        Process process =
            new ProcessBuilder(command(main, argument, address))
                .redirectError(errors.toFile())
                .start();
        try {
          return new ChildJvm(process, errors, connector.accept(settings));
        } catch (IOException | IllegalConnectorArgumentsException e) {
          process.destroyForcibly();
          throw e;
        }
      } finally {
        connector.stopListening(settings);
      }
    } catch (IllegalConnectorArgumentsException e) {
      throw new IOException("the debugger refused " + settings, e);
    }
  }

  private static void set(Map<String, Connector.Argument> settings, String name, String value) {
    Connector.Argument argument = settings.get(name);
    if (argument != null) {
      argument.setValue(value);
    }
  }

  private static List<String> command(Class<?> main, String argument, String address) {
    // One compiler, a simple collector, little memory: a child lives for a second or two.
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx128m",
        // Makes the child as strict as this JVM.
        "-D" + UNSAFE_ACCESS + "=" + System.getProperty(UNSAFE_ACCESS, "deny"),
        "-D" + Effort.PROPERTY + "=" + Effort.current().name().toLowerCase(Locale.ROOT),
        "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address,
        "-cp",
        System.getProperty("java.class.path"),
        main.getName(),
        argument);
  }

  VirtualMachine machine() {
    return machine;
  }

  void send(String command) {
    commands.println(command);
  }

  /**
   * Reads one answer.
   *
   * @return its words after the first
   * @throws FreezeFailure if the child is gone, or answers anything but {@code expected...}
   */
  List<String> receive(String expected) throws IOException {
    List<String> words = List.of(receiveLine(expected).split(" ", -1));
    return words.subList(1, words.size());
  }

  /**
   * Reads one answer.
   *
   * @return all of it
   * @throws FreezeFailure as {@link #receive}
   */
  String receiveLine(String expected) throws IOException {
    @Nullable String answer = answers.readLine();
    if (answer == null || !answer.matches("(" + expected + ")( .*)?")) {
      throw failure("expected '" + expected + "', the child said '" + answer + "'");
    }
    return answer;
  }

  FreezeFailure failure(String what) throws IOException {
    return new FreezeFailure(what + "\nchild's errors:\n" + Files.readString(errors));
  }

  /** Ends the child, and fails if it wrote to its standard error. */
  void finish() throws IOException, InterruptedException {
    commands.close();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw failure("the child does not end");
    }
    if (process.exitValue() != 0 || Files.size(errors) > 0) {
      throw failure("the child ended with " + process.exitValue());
    }
  }

  @Override
  public void close() throws IOException {
    watchdog.cancel(false);
    process.destroyForcibly();
    Files.deleteIfExists(errors);
  }
}
