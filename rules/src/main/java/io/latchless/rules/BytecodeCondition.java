package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks the bytecode of each class. A class that cannot be read violates the rule. */
abstract class BytecodeCondition extends ArchCondition<JavaClass> {
  /** The files that each running evaluation has checked. */
  private final Map<ConditionEvents, LeftOut> evaluations = new ConcurrentHashMap<>();

  BytecodeCondition(String description) {
    super(description);
  }

  @Override
  public final void check(JavaClass type, ConditionEvents events) {
    ClassFiles files = new ClassFiles();
    LeftOut others = evaluations.computeIfAbsent(events, evaluation -> new LeftOut());
    try {
      ClassFile file = files.of(type);
      others.add(type, file.majorVersion());
      check(file, files, new Findings(type, events));
    } catch (UnreadableClassException e) {
      others.add(type, 0);
      events.add(
          SimpleConditionEvent.violated(
              type,
              ("Class <%s> was not checked because %s; compile it for a version of Java that is"
                      + " known here, and import it from where it can be read %s")
                  .formatted(type.getName(), e.getMessage(), type.getSourceCodeLocation())));
    }
  }

  @Override
  public final void finish(ConditionEvents events) {
    LeftOut others = evaluations.remove(events);
    if (others == null) {
      return;
    }
    try {
      others.files().forEach(file -> report(file, "ArchUnit cannot read it", events));
    } catch (UnreadableClassException e) {
      report("beside the imported ones", "" + e.getMessage(), events);
    }
  }

  private static void report(String file, String reason, ConditionEvents events) {
    events.add(
        SimpleConditionEvent.violated(
            file,
            ("Class file <%s> was not checked because %s; compile it for a version of Java that is"
                    + " known here, or move it away from the imported ones")
                .formatted(file, reason)));
  }

  abstract void check(ClassFile file, ClassFiles files, Findings findings)
      throws UnreadableClassException;
}
