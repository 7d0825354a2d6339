package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Collects the findings of a condition in a class. Each finding is one sentence. It begins with the
 * member, as ArchUnit's own do, and ends with the place, which editors turn into a link.
 */
final class Findings {
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

  private final JavaClass type;
  private final ConditionEvents events;

  Findings(JavaClass type, ConditionEvents events) {
    this.type = type;
    this.events = events;
  }

  void add(JavaField field, int line, String complaint) {
    add("Field <" + field.getFullName() + ">", line, complaint);
  }

  void add(MethodNode method, AbstractInsnNode instruction, String complaint) {
    add(describe(method), MethodFlow.line(instruction), complaint);
  }

  private void add(String member, int line, String complaint) {
    String sentence = "%s %s %s".formatted(member, complaint, SourceCodeLocation.of(type, line));
    events.add(SimpleConditionEvent.violated(type, sentence));
  }

  private String describe(MethodNode method) {
    Matcher lambda = LAMBDA.matcher(method.name);
    if (lambda.matches()) {
      return "A lambda in <%s.%s>".formatted(type.getName(), lambda.group(1));
    }
    String parameters =
        Arrays.stream(Type.getArgumentTypes(method.desc))
            .map(Type::getClassName)
            .collect(Collectors.joining(", "));
    return "%s <%s.%s(%s)>"
        .formatted(
            method.name.startsWith("<") ? "Constructor" : "Method",
            type.getName(),
            method.name,
            parameters);
  }
}
