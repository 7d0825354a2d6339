package io.latchless.stress.houserules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/** The library modules, and the modules that each may depend on. An unlisted module fails. */
final class FollowTheArrows extends ArchCondition<JavaClass> {
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "primitives", Set.of(),
          "ringbuffer", Set.of("primitives"),
          "registry", Set.of("primitives"),
          "metrics", Set.of("primitives", "ringbuffer"),
          "eventbus", Set.of("primitives", "ringbuffer", "registry", "metrics"));

  private final String prefix;

  FollowTheArrows(String root) {
    super("follow the arrows between modules: " + ARROWS);
    this.prefix = root + ".";
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String from = module(type);
    Set<String> known = ARROWS.get(from);
    if (known == null) {
      events.add(
          SimpleConditionEvent.violated(
              type, "%s is in module '%s', which has no arrows".formatted(type.getName(), from)));
      return;
    }
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      String to = module(target);
      if (target.getName().startsWith(prefix) && !to.equals(from) && !known.contains(to)) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  private String module(JavaClass type) {
    if (!type.getName().startsWith(prefix)) {
      return "";
    }
    String rest = type.getName().substring(prefix.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? "" : rest.substring(0, dot);
  }
}
