package io.latchless.stress.freeze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JVM in which the victim is frozen: runs a programme's operations as commanded on standard
 * input.
 *
 * <p>Begins with {@code others NAME...} and {@code walks NAME...}. Commands: {@code walk i} sets up
 * and starts the victim of a walk; {@code try PATIENCE i...} runs others and answers {@code free}
 * or {@code stuck i...}; {@code finish} waits for all pending operations and answers {@code
 * finished}. Any answer may be {@code failed REASON} instead.
 */
final class FreezeChild {
  static final String ENTER = "enter";
  static final String LEAVE = "leave";
  private static final int WARM_UP_RUNS = 300;
  private static final int WARM_UP_RUNS_PER_WALK = 12;

  private final Programme programme;
  private final List<Programme.Walk> walks;
  private final Worker victim = new Worker("victim");
  private final List<Worker> workers = new ArrayList<>();
  private List<Bystander> others = List.of();

  private FreezeChild(Programme programme) {
    this.programme = programme;
    this.walks = List.copyOf(programme.walks());
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      Class<?> type = Class.forName(args[0]);
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      FreezeChild child = new FreezeChild(Programme.of(constructor.newInstance()));
      child.warmUp();
      answers.println(list("others", child.others.stream().map(Bystander::name)));
      answers.println(list("walks", child.walks.stream().map(Programme.Walk::name)));
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        String answer = child.obey(line.split(" ", -1));
        if (!answer.isEmpty()) {
          answers.println(answer);
        }
      }
    } catch (ReflectiveOperationException | ExecutionException | RuntimeException e) {
      e.printStackTrace();
      answers.println("failed " + e);
    }
  }

  private static String list(String title, Stream<String> names) {
    return names.collect(Collectors.joining(" ", title + " ", ""));
  }

  private String obey(String[] command) throws InterruptedException, ExecutionException {
    return switch (command[0]) {
      case "walk" -> {
        start(walks.get(Integer.parseInt(command[1])));
        yield "";
      }
      case "try" -> attempt(command);
      case "finish" -> {
        finish();
        yield "finished";
      }
      default -> throw new IllegalArgumentException("unknown command " + command[0]);
    };
  }

  private void start(Programme.Walk walk) {
    walk.setUp().run();
    others = List.copyOf(programme.others());
    while (workers.size() < others.size()) {
      workers.add(new Worker("other-" + workers.size()));
    }
    if (others.isEmpty()) {
      throw new IllegalStateException("there is no operation of others");
    }
    victim.start(() -> frozenRun(walk.victim()));
  }

  /**
   * The two calls around the victim's operation carry the breakpoints at which a walk begins and
   * ends.
   */
  private static void frozenRun(Runnable operation) {
    enter();
    try {
      operation.run();
    } finally {
      leave();
    }
  }

  private static void enter() {}

  private static void leave() {}

  private String attempt(String[] command) throws InterruptedException, ExecutionException {
    Patience patience = command[1].equals("FULL") ? Patience.FULL : Patience.SHORT;
    StringJoiner stuck = new StringJoiner(" ", "stuck ", "").setEmptyValue("free");
    for (int i = 2; i < command.length; i++) {
      int index = Integer.parseInt(command[i]);
      Worker worker = workers.get(index);
      if (worker.isPending() && !worker.await(Patience.PENDING)) {
        stuck.add(command[i]);
        continue;
      }
      worker.start(others.get(index).work());
      if (!worker.await(patience)) {
        stuck.add(command[i]);
      }
    }
    return stuck.toString();
  }

  private void finish() throws InterruptedException, ExecutionException {
    demand(victim, "the victim");
    for (int i = 0; i < workers.size(); i++) {
      demand(workers.get(i), others.get(i).name());
    }
  }

  private static void demand(Worker worker, String name)
      throws InterruptedException, ExecutionException {
    if (!worker.await(Patience.UNDISTURBED)) {
      throw new IllegalStateException(name + " does not end although no thread is frozen");
    }
  }

  /**
   * Loads, links and initialises the operations' classes, first one operation at a time, then
   * concurrently.
   */
  private void warmUp() throws InterruptedException, ExecutionException {
    int runsPerWalk = Math.max(WARM_UP_RUNS_PER_WALK, WARM_UP_RUNS / walks.size());
    for (Programme.Walk walk : walks) {
      for (int run = 0; run < runsPerWalk; run++) {
        warmUp(walk, run % 2 == 0);
      }
    }
  }

  private void warmUp(Programme.Walk walk, boolean alone)
      throws InterruptedException, ExecutionException {
    start(walk);
    if (alone) {
      demand(victim, "the victim");
    }
    for (int i = 0; i < workers.size(); i++) {
      workers.get(i).start(others.get(i).work());
      if (alone) {
        demand(workers.get(i), others.get(i).name());
      }
    }
    finish();
  }
}
