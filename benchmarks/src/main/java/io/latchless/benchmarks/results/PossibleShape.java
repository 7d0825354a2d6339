package io.latchless.benchmarks.results;

import java.io.Serial;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what types alone cannot: that a document is the possible output of a run. */
final class PossibleShape {
  private PossibleShape() {}

  static void check(Results results) throws ImpossibleException {
    atLeast("machine.cores", results.machine().cores(), 1);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < results.contests().size(); i++) {
      ContestResult contest = results.contests().get(i);
      String path = "contests[" + i + "]";
      once(path + ".name", contest.name(), names);
      atLeast(path + ".threads", contest.threads(), 1);
      Set<String> opponents = opponents(path + ".subjects", contest.subjects());
      for (int j = 0; j < contest.comparisons().size(); j++) {
        Comparison comparison = contest.comparisons().get(j);
        String here = path + ".comparisons[" + j + "]";
        atLeast(here + ".rounds", comparison.rounds(), 1);
        if (!opponents.contains(comparison.opponent())) {
          throw new ImpossibleException(
              here + ".opponent must be one of the opponents, was '" + comparison.opponent() + "'");
        }
      }
    }
  }

  /** Returns the names of all but the first, which is ours. */
  private static Set<String> opponents(String path, List<SubjectResult> subjects)
      throws ImpossibleException {
    if (subjects.isEmpty()) {
      throw new ImpossibleException(path + " must have at least one subject, was empty");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < subjects.size(); i++) {
      SubjectResult subject = subjects.get(i);
      String here = path + "[" + i + "]";
      once(here + ".name", subject.name(), names);
      if ((subject.role() == Role.OURS) != (i == 0)) {
        throw new ImpossibleException(
            here + ".role: the first subject and no other must be OURS, was " + subject.role());
      }
      Double torn = subject.tornLooks();
      if (torn != null && !(torn >= 0 && torn <= 1)) {
        throw new ImpossibleException(here + ".tornLooks must be from 0 to 1, was " + torn);
      }
      for (int round = 0; round < subject.throughput().size(); round++) {
        atLeast(here + ".throughput[" + round + "]", subject.throughput().get(round), 0);
      }
    }
    names.remove(subjects.get(0).name());
    return names;
  }

  private static void once(String path, String name, Set<String> before)
      throws ImpossibleException {
    if (!before.add(name)) {
      throw new ImpossibleException(path + " must be unique, but '" + name + "' was there before");
    }
  }

  private static void atLeast(String path, Number value, int least) throws ImpossibleException {
    if (value.doubleValue() < least) {
      throw new ImpossibleException(path + " must be at least " + least + ", was " + value);
    }
  }

  /** Thrown if no run can have written the document. */
  static final class ImpossibleException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    ImpossibleException(String message) {
      super(message);
    }
  }
}
