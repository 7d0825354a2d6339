package io.latchless.stress.gallery;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.latchless.stress.rogues.Rogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.openjdk.jcstress.annotations.JCStressTest;

/**
 * Every class of a package of rogues is marked, and the test that it names runs and has it in hand:
 * its compiled code refers to the rogue, or it is the gate that runs all jcstress tests it finds.
 */
final class Gallery {
  private static final String GENERATED = "_jcstress";
  private static final String JCSTRESS_GATE = "JcstressGateTest";

  private final JavaClasses classes;

  /** The gallery of all classes that can be found below a package. */
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
    if (Arrays.stream(test.getDeclaredMethods())
        .noneMatch(
            method ->
                method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(ParameterizedTest.class))) {
      objections.add(name + " is caught by " + test.getSimpleName() + ", which tests nothing");
    }
    if (test.isAnnotationPresent(Disabled.class)) {
      objections.add(name + " is caught by " + test.getSimpleName() + ", which is switched off");
    }
    boolean gate = test.getSimpleName().equals(JCSTRESS_GATE);
    if (gate ? !rogue.isAnnotatedWith(JCStressTest.class) : !mentions(test, rogue)) {
      objections.add(name + " is unknown to " + test.getSimpleName());
    }
  }

  private boolean mentions(Class<?> test, JavaClass rogue) {
    return classes.stream()
        .filter(each -> isOrIsWithin(each, test))
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .anyMatch(rogue::equals);
  }

  private static boolean isOrIsWithin(JavaClass candidate, Class<?> test) {
    return Stream.iterate(
            Optional.of(candidate),
            Optional::isPresent,
            each -> each.flatMap(JavaClass::getEnclosingClass))
        .anyMatch(each -> each.get().getName().equals(test.getName()));
  }
}
