package io.latchless.stress.freeze;

import io.latchless.stress.Effort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Freezes a scenario's victim at every bytecode it can be led to, and each time lets other threads
 * try to complete operations. An operation is lock-free only if no frozen place stops them.
 *
 * <p>The victim is walked through its operation repeatedly. At a new place all others run, which
 * also makes the victim lose its next compare-and-set, so that retries are visited. At a known
 * place a random other runs, in some runs often, in some never, so that both undisturbed and rare
 * paths are taken. The walk ends after several runs without a new place.
 *
 * <p>The walks of a family from one start share much code. All others run at a place that is new to
 * the whole family; where an earlier victim has been frozen already, a random other runs.
 *
 * <p>The probe does not see paths that no run took. Several scenarios for one type, each with a
 * different initial state, are cheaper than a longer walk.
 */
public final class FreezeProbe {
  private static final int QUIET_RUNS = 8;
  private static final int QUIET_RUNS_IN_A_FAMILY = 3;
  private static final int QUIET_RUNS_ONCE_REFUTED = 4;
  private static final int MAX_RUNS = 48;
  private static final Duration BUDGET = Duration.ofSeconds(20);
  private static final double[] INTERFERENCE = {0, 0.5, 0.1, 0.02};
  private static final double[] INTERFERENCE_IN_A_FAMILY = {0, 0.1, 0.02};

  private final ChildJvm child;
  private final Stepper stepper;
  private final List<String> others;
  private final Set<Place> visitedByEarlierVictims;
  private final Random random = new Random(20_170_914);
  private final SortedSet<Place> places = new TreeSet<>();
  private final SortedMap<Place, SortedSet<String>> stops = new TreeMap<>();
  private int tries;

  private FreezeProbe(
      ChildJvm child, Stepper stepper, List<String> others, Set<Place> visitedByEarlierVictims) {
    this.child = child;
    this.stepper = stepper;
    this.others = others;
    this.visitedByEarlierVictims = visitedByEarlierVictims;
  }

  /**
   * Walks through one scenario in a separate JVM.
   *
   * @throws FreezeFailure if the scenario or the probe does not work, so that nothing is proved
   */
  public static FreezeReport walk(Class<? extends FreezeScenario> scenario) {
    return explore(
            scenario, (probe, walk, title) -> probe.explore(walk, title, QUIET_RUNS, INTERFERENCE))
        .get(0);
  }

  /**
   * Walks through one scenario in a separate JVM, and freezes the victim once in each run, each
   * time later. The victim is undisturbed until then, so it reaches paths that only the first
   * thread takes. This needs many runs, and visits no retries.
   *
   * @param stride how many bytecodes later
   * @throws FreezeFailure if the scenario or the probe does not work, so that nothing is proved
   */
  public static FreezeReport walkUndisturbed(Class<? extends FreezeScenario> scenario, int stride) {
    return explore(scenario, (probe, walk, title) -> probe.exploreUndisturbed(walk, title, stride))
        .get(0);
  }

  /**
   * Walks through all operations of a family from all its starts, in one JVM. The operations share
   * most of their code, so each walk ends after fewer runs without a new place.
   *
   * @return one report for each start and operation
   * @throws FreezeFailure if the family or the probe does not work, so that nothing is proved
   */
  public static List<FreezeReport> walkFamily(Class<? extends FreezeFamily> family) {
    int quietRuns = Effort.of(QUIET_RUNS_IN_A_FAMILY, QUIET_RUNS);
    return explore(
        family,
        (probe, walk, title) -> probe.explore(walk, title, quietRuns, INTERFERENCE_IN_A_FAMILY));
  }

  private interface Exploration {
    FreezeReport explore(FreezeProbe probe, int walk, String title)
        throws IOException, InterruptedException;
  }

  private static List<FreezeReport> explore(Class<?> author, Exploration exploration) {
    String name = author.getName();
    try (ChildJvm child = ChildJvm.launch(FreezeChild.class, name)) {
      Stepper stepper = new Stepper(child, name);
      List<String> others = child.receive("others");
      List<String> walks = child.receive("walks");
      stepper.arm();
      List<FreezeReport> reports = new ArrayList<>();
      Map<String, Set<Place>> visitedByStart = new HashMap<>();
      for (int i = 0; i < walks.size(); i++) {
        String title = author.getSimpleName() + "/" + walks.get(i);
        Set<Place> visited =
            visitedByStart.computeIfAbsent(Programme.startOf(walks.get(i)), s -> new HashSet<>());
        FreezeProbe probe = new FreezeProbe(child, stepper, others, visited);
        reports.add(exploration.explore(probe, i, title));
        visited.addAll(probe.places);
      }
      child.finish();
      return reports;
    } catch (IOException e) {
      throw new FreezeFailure("the child JVM of " + name + " broke off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FreezeFailure("interrupted while probing " + name, e);
    }
  }

  private FreezeReport exploreUndisturbed(int walk, String title, int stride)
      throws IOException, InterruptedException {
    int stepsBefore = stepper.steps();
    int runs = 0;
    int target = 0;
    int[] passed = new int[1];
    do {
      int here = target;
      target += stride;
      passed[0] = 0;
      runs++;
      run(
          walk,
          (place, calm) -> {
            if (passed[0]++ < here) {
              return Stepper.Interest.NEW;
            }
            places.add(place);
            attempt(place, everybody());
            return Stepper.Interest.LOST;
          });
    } while (passed[0] > target - stride);
    return report(title, true, runs, stepper.steps() - stepsBefore);
  }

  private void run(int walk, Stepper.Visitor visitor) throws IOException, InterruptedException {
    child.send("walk " + walk);
    stepper.run(visitor);
    child.send("finish");
    child.receive("finished");
  }

  private FreezeReport report(String title, boolean settled, int runs, int steps) {
    return new FreezeReport(
        title,
        Collections.unmodifiableSortedSet(places),
        Collections.unmodifiableSortedMap(stops),
        settled,
        runs,
        steps,
        tries);
  }

  private FreezeReport explore(int walk, String title, int quietRuns, double[] interferences)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + BUDGET.toNanos();
    int stepsBefore = stepper.steps();
    int runs = 0;
    int lastNew = 0;
    boolean settled = false;
    while (!settled && runs < MAX_RUNS && System.nanoTime() < deadline) {
      double interference = interferences[runs % interferences.length];
      int known = places.size();
      run(walk, (place, calm) -> visit(place, calm ? 0 : interference));
      runs++;
      if (places.size() > known) {
        lastNew = runs;
      }
      settled = runs - lastNew >= (stops.isEmpty() ? quietRuns : QUIET_RUNS_ONCE_REFUTED);
    }
    return report(title, settled, runs, stepper.steps() - stepsBefore);
  }

  private Stepper.Interest visit(Place place, double interference) throws IOException {
    boolean isNew = places.add(place);
    if (isNew && visitedByEarlierVictims.contains(place)) {
      attempt(place, List.of(random.nextInt(others.size())));
    } else if (isNew) {
      attempt(place, everybody());
    } else if (random.nextDouble() < interference && !stops.containsKey(place)) {
      attempt(place, Collections.nCopies(1 + random.nextInt(3), random.nextInt(others.size())));
    }
    return isNew ? Stepper.Interest.NEW : Stepper.Interest.KNOWN;
  }

  private List<Integer> everybody() {
    return IntStream.range(0, others.size()).boxed().toList();
  }

  private void attempt(Place place, List<Integer> indices) throws IOException {
    StringBuilder command = new StringBuilder(stops.isEmpty() ? "try FULL" : "try SHORT");
    indices.forEach(i -> command.append(' ').append(i));
    child.send(command.toString());
    List<String> stuck = child.receive("free|stuck");
    tries++;
    for (String index : stuck) {
      stops.computeIfAbsent(place, p -> new TreeSet<>()).add(others.get(Integer.parseInt(index)));
    }
  }
}
