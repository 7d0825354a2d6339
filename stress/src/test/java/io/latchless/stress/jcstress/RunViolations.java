package io.latchless.stress.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds reasons why a run proves nothing, or proves a fault. A run without any is valid. */
final class RunViolations {
  private static final Pattern PLANNED = Pattern.compile("Results: (\\d+) planned");
  private static final List<String> DECEPTIONS =
      List.of(
          "FATAL:",
          "No scheduling is possible",
          // Without padding of its own objects jcstress observes races less often.
          "[N/A] Testing @Contended");

  private RunViolations() {}

  /** Returns the objections to a run of tests that must all pass. */
  static List<String> toCases(JcstressRun run) {
    List<String> objections = toTheRunItself(run);
    run.results().stream()
        .filter(ObservedResult::isCaught)
        .map(result -> "%s had a forbidden outcome: %s".formatted(result.test(), result.table()))
        .forEach(objections::add);
    if (run.exitCode() != 0) {
      objections.add("jcstress ended with " + run.exitCode());
    }
    return objections;
  }

  /** Returns the objections to a run of rogues; {@link #uncaught} returns those not caught. */
  static List<String> toRogues(JcstressRun run) {
    List<String> objections = toTheRunItself(run);
    boolean anyCaught = run.results().stream().anyMatch(ObservedResult::isCaught);
    int expected = anyCaught ? 1 : 0;
    if (run.exitCode() != expected) {
      objections.add(
          "jcstress ended with %d, its results demand %d".formatted(run.exitCode(), expected));
    }
    return objections;
  }

  /** Returns the tests without a forbidden outcome in any configuration. */
  static Set<String> uncaught(JcstressRun run) {
    Set<String> names = new TreeSet<>(run.declared());
    run.results().stream()
        .filter(ObservedResult::isCaught)
        .map(ObservedResult::test)
        .forEach(names::remove);
    return names;
  }

  private static List<String> toTheRunItself(JcstressRun run) {
    List<String> objections = new ArrayList<>();
    run.output()
        .lines()
        .filter(line -> DECEPTIONS.stream().anyMatch(line::contains))
        .map(line -> "jcstress said: " + line.strip())
        .forEach(objections::add);
    if (run.declared().isEmpty()) {
      objections.add("there is nothing to run");
    }
    difference(run.declared(), run.listed(), "is compiled, but jcstress does not list it")
        .forEach(objections::add);
    difference(run.listed(), run.declared(), "is listed, but not compiled")
        .forEach(objections::add);
    Set<String> observed =
        run.results().stream()
            .filter(result -> result.isNormal() && result.samples() > 0)
            .map(ObservedResult::test)
            .collect(Collectors.toSet());
    difference(run.listed(), observed, "has no result").forEach(objections::add);
    difference(observed, run.listed(), "has a result, but is not listed").forEach(objections::add);
    run.results().stream()
        .filter(result -> !result.isNormal())
        .map(r -> "%s went wrong, %s: %s".formatted(r.test(), r.status(), r.table()))
        .forEach(objections::add);
    Matcher planned = PLANNED.matcher(run.output());
    if (!planned.find()) {
      objections.add("jcstress never said how many results it planned");
    } else if (Integer.parseInt(planned.group(1)) != run.results().size()) {
      objections.add(
          "jcstress planned %s results and recorded %d"
              .formatted(planned.group(1), run.results().size()));
    }
    return objections;
  }

  private static List<String> difference(Set<String> all, Set<String> found, String complaint) {
    return all.stream()
        .filter(name -> !found.contains(name))
        .sorted()
        .map(name -> name + " " + complaint)
        .toList();
  }
}
