package io.latchless.stress.gallery;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code in its package that a test method reaches, and the classes that this code mentions. */
final class Reach {
  /*
   * Calls and references are followed, and so are the sources of a test's arguments. A mentioned
   * class nested in the test is reached with all its code, because a tool may instantiate and call
   * it.
   */

  private static final String ASSERTJ = "org.assertj.";
  private static final String ASSUMPTIONS = "Assumptions";

  private final JavaClass test;
  private final Deque<JavaCodeUnit> ahead = new ArrayDeque<>();
  private final Set<JavaCodeUnit> reached = new HashSet<>();
  private final Set<JavaClass> mentioned = new HashSet<>();

  private Reach(JavaClass test) {
    this.test = test;
  }

  static Reach of(JavaMethod method) {
    Reach reach = new Reach(method.getOwner());
    reach.go(method);
    reach.goToArguments(method.reflect());
    while (!reach.ahead.isEmpty()) {
      reach.follow(reach.ahead.remove());
    }
    return reach;
  }

  boolean mentions(JavaClass type) {
    return mentioned.contains(type);
  }

  boolean asserts() {
    return mentioned.stream().anyMatch(type -> type.getName().startsWith(ASSERTJ));
  }

  /** Returns whether the test may be aborted by assumptions of JUnit or AssertJ. */
  boolean assumes() {
    return mentioned.stream().anyMatch(type -> type.getSimpleName().equals(ASSUMPTIONS));
  }

  private void go(JavaCodeUnit unit) {
    if (unit.getOwner().getPackageName().equals(test.getPackageName()) && reached.add(unit)) {
      ahead.add(unit);
    }
  }

  private void goToArguments(Method method) {
    MethodSource source = method.getAnnotation(MethodSource.class);
    if (source != null) {
      List<String> names =
          source.value().length == 0 ? List.of(method.getName()) : List.of(source.value());
      test.getMethods().stream().filter(each -> names.contains(each.getName())).forEach(this::go);
    }
    ValueSource values = method.getAnnotation(ValueSource.class);
    if (values != null) {
      test.getPackage().getClasses().stream()
          .filter(each -> Arrays.stream(values.classes()).anyMatch(each::isEquivalentTo))
          .forEach(this::mention);
    }
  }

  private void follow(JavaCodeUnit unit) {
    for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
      mention(access.getTargetOwner());
      if (access.getTarget() instanceof CodeUnitAccessTarget target) {
        target.resolveMember().ifPresent(this::go);
      }
    }
    unit.getReferencedClassObjects().stream()
        .map(ReferencedClassObject::getValue)
        .forEach(this::mention);
  }

  private void mention(JavaClass type) {
    if (mentioned.add(type) && !type.equals(test) && isWithinTheTest(type)) {
      type.getCodeUnits().forEach(this::go);
    }
  }

  private boolean isWithinTheTest(JavaClass type) {
    return Stream.iterate(
            Optional.of(type),
            Optional::isPresent,
            each -> each.flatMap(JavaClass::getEnclosingClass))
        .anyMatch(each -> each.get().equals(test));
  }
}
