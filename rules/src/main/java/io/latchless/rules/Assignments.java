package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Finds all places where imported classes assign a field. */
final class Assignments {
  /** An assignment in a method of a class. */
  record Assignment(ClassFile file, MethodFlow flow, FieldInsnNode instruction) {
    SourceValue value() {
      List<SourceValue> operands = flow.operands(instruction);
      return operands.get(operands.size() - 1);
    }
  }

  private final ClassFiles files;

  Assignments(ClassFiles files) {
    this.files = files;
  }

  List<Assignment> of(JavaField field) throws UnreadableClassException {
    Set<JavaClass> assigning = new LinkedHashSet<>();
    assigning.add(field.getOwner());
    for (JavaFieldAccess access : field.getAccessesToSelf()) {
      if (access.getAccessType() == AccessType.SET) {
        assigning.add(access.getOriginOwner());
      }
    }
    List<Assignment> assignments = new ArrayList<>();
    for (JavaClass type : assigning) {
      collect(files.of(type), field, assignments);
    }
    return assignments;
  }

  /** Returns the assignments within the class that declares the field. */
  List<Assignment> inOwnClass(JavaField field) throws UnreadableClassException {
    List<Assignment> assignments = new ArrayList<>();
    collect(files.of(field.getOwner()), field, assignments);
    return assignments;
  }

  private static void collect(ClassFile file, JavaField field, List<Assignment> assignments)
      throws UnreadableClassException {
    for (MethodNode method : file.methods()) {
      if (ClassFile.instructions(method)
          .anyMatch(instruction -> assigns(instruction, file, field))) {
        MethodFlow flow = file.flow(method);
        flow.instructions(FieldInsnNode.class)
            .filter(instruction -> assigns(instruction, file, field))
            .map(instruction -> new Assignment(file, flow, instruction))
            .forEach(assignments::add);
      }
    }
  }

  private static boolean assigns(AbstractInsnNode instruction, ClassFile file, JavaField field) {
    return (instruction.getOpcode() == Opcodes.PUTFIELD
            || instruction.getOpcode() == Opcodes.PUTSTATIC)
        && file.field((FieldInsnNode) instruction).filter(field::equals).isPresent();
  }
}
