package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaField;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** See {@link LatchlessRules#NO_CLASSES_SHOULD_WAIT_IN_LOOPS_FOR_PLAIN_FIELDS}. */
final class SeeWhatTheyWaitFor extends BytecodeCondition {
  SeeWhatTheyWaitFor() {
    super("see the change that their loops wait for");
  }

  @Override
  void check(ClassFile file, ClassFiles files, Findings findings) throws UnreadableClassException {
    for (MethodNode method : file.methods()) {
      if (Loop.isIn(method)) {
        check(file, file.flow(method), findings);
      }
    }
  }

  private static void check(ClassFile file, MethodFlow flow, Findings findings) {
    Set<JavaField> reported = new HashSet<>();
    for (Loop loop : Loop.in(flow)) {
      for (FieldInsnNode get : Wait.readsOf(file, flow, loop)) {
        JavaField field = file.field(get).orElseThrow();
        if (reported.add(field)) {
          findings.add(flow.method(), get, complaint(field));
        }
      }
    }
  }

  private static String complaint(JavaField field) {
    return ("waits in a loop for another thread to change field <%s>, which is not volatile, so the"
            + " compiler may read it only once and the loop may never end; make the field volatile"
            + " or use an atomic class")
        .formatted(field.getFullName());
  }
}
