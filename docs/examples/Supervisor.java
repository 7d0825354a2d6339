import io.latchless.primitives.ProcessFollower;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.registry.ProcessRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;

/**
 * Starts three child processes, restarts the one that fails, shows the table after each step, and
 * stops them all. Children are JVMs that run {@code Child.java} beside this file.
 */
public final class Supervisor {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final ProcessRegistry processes = new ProcessRegistry();

  public static void main(String[] arguments) throws Exception {
    Supervisor supervisor = new Supervisor();
    try {
      supervisor.supervise();
    } finally {
      supervisor.stopAll();
    }
  }

  private void supervise() throws Exception {
    processes.addListener(
        (before, after, version) -> System.out.println("registered: " + new TreeMap<>(after).keySet()));
    start("web", 600, 0);
    start("mail", 600, 0);
    start("batch", 1, 3); // ends by itself after a second, with exit code 3
    if (processes.add("web", new ProcessStatusHolder()) instanceof ProcessRegistry.Duplicate taken) {
      System.out.println("a second " + taken.id() + " is refused, it is " + taken.present().status());
    }
    System.out.println("all have run: " + processes.awaitAll(ProcessStatus.RUNNING, PATIENCE));
    showTable();

    ProcessStatusHolder batch = processes.get("batch");
    System.out.println(
        "restarted: "
            + batch
                .await(now -> now.generation() == 1 && now.status() == ProcessStatus.RUNNING, PATIENCE)
                .isPresent());
    showTable();

    stopAll();
    System.out.println("all are over: " + allAreOver());
    showTable();
  }

  private void start(String id, int seconds, int exitCode) throws IOException {
    ProcessStatusHolder holder = new ProcessStatusHolder();
    if (processes.add(id, holder) instanceof ProcessRegistry.Duplicate) {
      throw new IllegalStateException(id + " is there already");
    }
    holder.addListener((from, to) -> changed(id, from, to)); // before it starts, to miss nothing
    processes.start(id, child(seconds, exitCode));
  }

  /**
   * Restarts what fails, once. The thread that noticed the exit runs this, and starts the next
   * process. What that causes is told after this call has returned.
   */
  private void changed(String id, ProcessSnapshot from, ProcessSnapshot to) {
    System.out.println(id + ": " + from.status() + " -> " + to.status());
    if (to.status() == ProcessStatus.FAILED && to.generation() == 0) {
      try {
        processes.start(id, child(600, 0));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The children's output goes where ours goes; one that nobody reads would block them. */
  private static ProcessBuilder child(int seconds, int exitCode) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Path.of("docs", "examples", "Child.java").toString(),
            String.valueOf(seconds),
            String.valueOf(exitCode))
        .inheritIO();
  }

  private void stopAll() {
    for (ProcessStatusHolder holder : processes.all().values()) {
      ProcessFollower follower = ProcessFollower.of(holder);
      if (follower != null) {
        follower.stopTree(GRACE); // of all at once: this does not wait
      }
    }
  }

  private boolean allAreOver() throws InterruptedException {
    for (ProcessStatusHolder holder : processes.all().values()) {
      if (holder.await(now -> now.status().isOver(), PATIENCE).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Every line is one consistent tuple, and all lines are of the same set of processes. */
  private void showTable() {
    System.out.printf("%n%-6s %-8s %10s %9s%n", "id", "status", "generation", "exit code");
    for (var process : new TreeMap<>(processes.all()).entrySet()) {
      ProcessSnapshot now = process.getValue().get();
      String exitCode = now.exitCode().isPresent() ? "" + now.exitCode().getAsInt() : "-";
      System.out.printf(
          "%-6s %-8s %10d %9s%n", process.getKey(), now.status(), now.generation(), exitCode);
    }
    System.out.println(processes.countByStatus() + "\n");
  }
}
