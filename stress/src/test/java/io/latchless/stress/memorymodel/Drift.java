package io.latchless.stress.memorymodel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds disagreements between the models and the Java sources. */
final class Drift {
  private final JavaAccesses java;
  private final ModelAccesses models;
  private final NotModelled notModelled;
  private final Set<String> modelled = new HashSet<>();
  private final List<String> objections = new ArrayList<>();

  private Drift(JavaAccesses java, ModelAccesses models, NotModelled notModelled) {
    this.java = java;
    this.models = models;
    this.notModelled = notModelled;
  }

  /**
   * Compares the sources with the models.
   *
   * @param sources Java source texts by the simple name of the outermost class
   * @param models model texts by file name
   * @param notModelled the listed accesses without a model
   * @return one line for each disagreement
   */
  static List<String> objections(
      Map<String, String> sources, Map<String, String> models, List<String> notModelled)
      throws IOException {
    return new Drift(
            JavaAccesses.of(sources), new ModelAccesses(models), new NotModelled(notModelled))
        .compare();
  }

  private List<String> compare() {
    objections.addAll(java.misnamed());
    objections.addAll(models.objections());
    for (ModelAccesses.Access access : models.all()) {
      modelled.add(access.in() + " " + access.call());
      compare(access);
    }
    Set<String> missing = new HashSet<>();
    for (JavaAccesses.Access access : java.toBeModelled()) {
      if (!modelled.contains(access.toString())
          && !notModelled.covers(access)
          && missing.add(access.toString())) {
        objections.add(access + " is neither modelled nor listed in not-modelled.txt");
      }
    }
    objections.addAll(notModelled.objections());
    return objections;
  }

  private void compare(ModelAccesses.Access access) {
    String here = access.at() + ": " + access.in() + " " + access.call();
    if (access.mode() == Mode.PLAIN) {
      if (!java.bodyOf(access.in()).contains(access.call())) {
        objections.add(here + " is not in the Java source");
      }
      return;
    }
    List<JavaAccesses.Access> candidates =
        java.all()
            .filter(each -> each.in().equals(access.in()) && each.call().equals(access.call()))
            .toList();
    if (candidates.isEmpty()) {
      objections.add(here + " is not in the Java source");
      return;
    }
    JavaAccesses.Access found = candidates.get(0);
    boolean agrees =
        access.weaker() ? access.mode().isWeakerThan(found.mode()) : access.mode() == found.mode();
    if (!agrees || access.readModifyWrite() != found.readModifyWrite()) {
      objections.add(here + " is " + found.mode() + " in Java and " + access.mode() + " here");
    }
  }
}
