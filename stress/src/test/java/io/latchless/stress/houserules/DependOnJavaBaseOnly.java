package io.latchless.stress.houserules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A library module depends only on unqualified exports of {@code java.base}, JSpecify, and other
 * library modules.
 */
final class DependOnJavaBaseOnly extends ArchCondition<JavaClass> {
  private static final Set<String> JAVA_BASE = exportedPackages(Object.class.getModule());

  private final String root;

  DependOnJavaBaseOnly(String root) {
    super("depend on nothing but java.base, JSpecify and each other");
    this.root = root;
  }

  private static Set<String> exportedPackages(Module module) {
    ModuleDescriptor descriptor = module.getDescriptor();
    return descriptor.exports().stream()
        .filter(Predicate.not(Exports::isQualified))
        .map(Exports::source)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      String name = target.getPackageName();
      boolean allowed =
          target.isPrimitive()
              || JAVA_BASE.contains(name)
              || name.equals("org.jspecify.annotations")
              || name.equals(root)
              || name.startsWith(root + ".");
      if (!allowed) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }
}
