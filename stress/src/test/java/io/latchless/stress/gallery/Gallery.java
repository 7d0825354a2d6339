package io.latchless.stress.gallery;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.latchless.stress.rogues.Rogue;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.openjdk.jcstress.annotations.JCStressTest;

/**
 * Checks that every class in a package of rogues is marked and caught. The test that the mark names
 * must have a method that reaches both the rogue and an assertion, and that always runs. If that
 * test is the gate, which runs all jcstress tests that it finds, all its methods must assert and
 * run.
 */
final class Gallery {
  private static final String GENERATED = "_jcstress";
  private static final String JCSTRESS_GATE = "JcstressGateTest";
  private static final Package CONDITIONS = EnabledIf.class.getPackage();

  private final JavaClasses classes;

  /** Creates the gallery of all classes below a package. */
  Gallery(String root) {
    this.classes =
        ArchConfiguration.withThreadLocalScope(
            configuration -> {
              configuration.setResolveMissingDependenciesFromClassPath(false);
              return new ClassFileImporter().importPackages(root);
            });
  }

  List<JavaClass> rogues(String inPackage) {
    return classes.stream()
        .filter(each -> each.getPackageName().equals(inPackage))
        .filter(each -> each.isTopLevelClass() && !each.isAnnotation())
        .filter(each -> !each.getSimpleName().equals("package-info"))
        .filter(each -> !each.getSimpleName().endsWith(GENERATED))
        .toList();
  }

  List<String> objections(String toPackage) {
    List<String> objections = new ArrayList<>();
    for (JavaClass rogue : rogues(toPackage)) {
      if (!rogue.isAnnotatedWith(Rogue.class)) {
        objections.add(rogue.getSimpleName() + " does not say what it is and what catches it");
      } else {
        objectTo(rogue, rogue.getAnnotationOfType(Rogue.class), objections);
      }
    }
    return objections;
  }

  private void objectTo(JavaClass rogue, Rogue mark, List<String> objections) {
    String name = rogue.getSimpleName();
    if (mark.trap().isBlank()) {
      objections.add(name + " does not name its trap");
    }
    Class<?> test = mark.caughtBy();
    List<JavaMethod> tests = testsOf(test);
    boolean gate = test.getSimpleName().equals(JCSTRESS_GATE);
    int enough = gate ? tests.size() : 1;
    String caughtBy = name + " is caught by " + test.getSimpleName() + ", which ";
    List<JavaMethod> knowing =
        tests.stream()
            .filter(
                each ->
                    gate
                        ? rogue.isAnnotatedWith(JCStressTest.class)
                        : Reach.of(each).mentions(rogue))
            .toList();
    List<JavaMethod> asserting = knowing.stream().filter(each -> Reach.of(each).asserts()).toList();
    if (tests.isEmpty()) {
      objections.add(caughtBy + "tests nothing");
    } else if (knowing.size() < enough) {
      objections.add(name + " is unknown to " + test.getSimpleName());
    } else if (asserting.size() < enough) {
      objections.add(caughtBy + "asserts nothing of it");
    } else if (asserting.stream().filter(Gallery::alwaysRuns).count() < enough) {
      objections.add(caughtBy + "may not run");
    }
  }

  private List<JavaMethod> testsOf(Class<?> test) {
    return classes.contain(test)
        ? classes.get(test).getMethods().stream()
            .filter(
                each ->
                    each.isAnnotatedWith(Test.class)
                        || each.isAnnotatedWith(ParameterizedTest.class))
            .toList()
        : List.of();
  }

  private static boolean alwaysRuns(JavaMethod test) {
    return !Reach.of(test).assumes()
        && Stream.of(test.reflect(), test.getOwner().reflect())
            .flatMap(each -> Arrays.stream(each.getAnnotations()))
            .map(Annotation::annotationType)
            .noneMatch(each -> each == Disabled.class || each.getPackage().equals(CONDITIONS));
  }
}
