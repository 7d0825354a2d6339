package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Looks at the bytecode of each class; a class that cannot be read does not pass. */
abstract class BytecodeCondition extends ArchCondition<JavaClass> {
  BytecodeCondition(String description) {
    super(description);
  }

  @Override
  public final void check(JavaClass type, ConditionEvents events) {
    ClassFiles files = new ClassFiles();
    try {
      check(files.of(type), files, new Findings(type, events));
    } catch (UnreadableClassException e) {
      events.add(
          SimpleConditionEvent.violated(
              type,
              "Class <%s> was not checked, for %s; compile it for a version of Java that is known here, and import it from where it can be read %s"
                  .formatted(type.getName(), e.getMessage(), type.getSourceCodeLocation())));
    }
  }

  abstract void check(ClassFile file, ClassFiles files, Findings findings)
      throws UnreadableClassException;
}
