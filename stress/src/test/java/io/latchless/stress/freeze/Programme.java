package io.latchless.stress.freeze;

import java.util.ArrayList;
import java.util.List;

/** The walks that a child JVM offers. */
interface Programme {
  /**
   * One victim from one start.
   *
   * @param name the walk's name in reports, one word
   * @param setUp creates a fresh object under test
   * @param victim the operation that is frozen
   */
  record Walk(String name, Runnable setUp, Runnable victim) {}

  /** Separates the start from the operation in a walk's name. */
  char SEPARATOR = '/';

  /** Returns the start in a walk's name. */
  static String startOf(String walk) {
    return walk.substring(0, walk.lastIndexOf(SEPARATOR) + 1);
  }

  /** Returns all walks. */
  List<Walk> walks();

  /** Returns the operations that others try; called after a set-up. */
  List<Bystander> others();

  /** Returns the programme of a {@link FreezeScenario} or a {@link FreezeFamily}. */
  static Programme of(Object author) {
    if (author instanceof FreezeScenario scenario) {
      return of(scenario);
    }
    if (author instanceof FreezeFamily family) {
      return of(family);
    }
    throw new IllegalArgumentException(author.getClass() + " has no programme");
  }

  private static Programme of(FreezeScenario scenario) {
    return new Programme() {
      @Override
      public List<Walk> walks() {
        return List.of(new Walk("victim", scenario::setUp, scenario::victim));
      }

      @Override
      public List<Bystander> others() {
        return scenario.others();
      }
    };
  }

  private static Programme of(FreezeFamily family) {
    return new Programme() {
      @Override
      public List<Walk> walks() {
        List<Walk> walks = new ArrayList<>();
        for (FreezeFamily.Start start : family.starts()) {
          for (Bystander operation : family.operations()) {
            String name = start.name() + SEPARATOR + operation.name();
            walks.add(new Walk(name, start.setUp(), operation.work()));
          }
        }
        return walks;
      }

      @Override
      public List<Bystander> others() {
        return family.operations();
      }
    };
  }
}
