package io.latchless.stress.houserules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A call of a monitor method of {@code Object}, distinguished from namesakes by its parameters. */
final class ObjectWaitOrNotify extends DescribedPredicate<JavaMethodCall> {
  private static final Map<String, Set<List<String>>> METHODS =
      Map.of(
          "notify", Set.of(List.of()),
          "notifyAll", Set.of(List.of()),
          "wait", Set.of(List.of(), List.of("long"), List.of("long", "int")));

  ObjectWaitOrNotify() {
    super("target is Object.wait or Object.notify");
  }

  @Override
  public boolean test(JavaMethodCall call) {
    List<String> parameters =
        call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList();
    return METHODS.getOrDefault(call.getTarget().getName(), Set.of()).contains(parameters);
  }
}
