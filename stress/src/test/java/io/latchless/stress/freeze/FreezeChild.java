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

/**
 * The JVM in which the victim is frozen: runs a scenario's operations as its standard input says.
 *
 * <p>Commands: {@code walk} sets up and starts the victim; {@code try PATIENCE i...} runs others
 * and answers {@code free} or {@code stuck i...}; {@code finish} waits for everything that is
 * pending and answers {@code finished}. Any answer may be {@code failed REASON} instead.
 */
final class FreezeChild {
  static final String ENTER = "enter";
  static final String LEAVE = "leave";
  private static final int WARM_UP_RUNS = 300;

  private final FreezeScenario scenario;
  private final Worker victim = new Worker("victim");
  private final List<Worker> workers = new ArrayList<>();
  private List<Bystander> others = List.of();

  private FreezeChild(FreezeScenario scenario) {
    this.scenario = scenario;
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
      FreezeChild child = new FreezeChild((FreezeScenario) constructor.newInstance());
      child.warmUp();
      answers.println(
          child.others.stream()
              .map(Bystander::name)
              .collect(Collectors.joining(" ", "ready ", "")));
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

  private String obey(String[] command) throws InterruptedException, ExecutionException {
    return switch (command[0]) {
      case "walk" -> {
        prepare();
        victim.start(this::frozenRun);
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

  private void prepare() {
    scenario.setUp();
    others = List.copyOf(scenario.others());
    while (workers.size() < others.size()) {
      workers.add(new Worker("other-" + workers.size()));
    }
    if (others.isEmpty()) {
      throw new IllegalStateException("the scenario names no operation of others");
    }
  }

  /**
   * The two calls around the victim's operation carry the breakpoints at which a walk begins and
   * ends.
   */
  private void frozenRun() {
    enter();
    try {
      scenario.victim();
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
      throw new IllegalStateException(name + " does not end although nobody is frozen");
    }
  }

  /** Loads, links and initialises what the operations need, alone first, then side by side. */
  private void warmUp() throws InterruptedException, ExecutionException {
    for (int run = 0; run < WARM_UP_RUNS; run++) {
      boolean alone = run % 2 == 0;
      prepare();
      victim.start(this::frozenRun);
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
}
