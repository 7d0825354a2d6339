package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** See {@link LatchlessRules#NO_CLASSES_SHOULD_RETURN_ARRAYS_OR_COLLECTIONS_WITHOUT_A_COPY}. */
final class ReturnCopies extends BytecodeCondition {
  ReturnCopies() {
    super("return copies of their arrays and collections");
  }

  @Override
  void check(ClassFile file, ClassFiles files, Findings findings) throws UnreadableClassException {
    Exports exports = new Exports(files);
    if (!exports.isExported(file.type())) {
      return;
    }
    for (MethodNode method : file.methods()) {
      if (isCalledFromOutside(file, method, exports)) {
        check(method, file, files, findings);
      }
    }
  }

  private static boolean isCalledFromOutside(ClassFile file, MethodNode method, Exports exports)
      throws UnreadableClassException {
    Set<JavaModifier> modifiers = EnumSet.noneOf(JavaModifier.class);
    if ((method.access & Opcodes.ACC_PUBLIC) != 0) {
      modifiers.add(JavaModifier.PUBLIC);
    }
    if ((method.access & Opcodes.ACC_PROTECTED) != 0) {
      modifiers.add(JavaModifier.PROTECTED);
    }
    return (method.access & Opcodes.ACC_SYNTHETIC) == 0
        && method.instructions.size() > 0
        && Type.getReturnType(method.desc).getSort() >= Type.ARRAY
        && exports.isExported(modifiers, file.type());
  }

  private static void check(MethodNode method, ClassFile file, ClassFiles files, Findings findings)
      throws UnreadableClassException {
    MethodFlow flow = file.flow(method);
    Set<JavaField> reported = new HashSet<>();
    for (AbstractInsnNode end : flow.instructions(Opcodes.ARETURN)) {
      for (AbstractInsnNode origin : flow.origins(flow.operands(end).get(0))) {
        Optional<JavaField> field = ownField(origin, flow, file);
        if (field.isPresent()
            && !isHandedOver(flow, (FieldInsnNode) origin)
            && isChangeable(field.get(), files)
            && reported.add(field.get())) {
          findings.add(method, origin, complaint(field.get()));
        }
      }
    }
  }

  private static Optional<JavaField> ownField(
      AbstractInsnNode origin, MethodFlow flow, ClassFile file) {
    boolean own =
        origin.getOpcode() == Opcodes.GETSTATIC
            || (origin.getOpcode() == Opcodes.GETFIELD && !isOfObjectCreatedHere(origin, flow));
    return own
        ? file.field((FieldInsnNode) origin).filter(field -> field.getOwner().equals(file.type()))
        : Optional.empty();
  }

  private static boolean isOfObjectCreatedHere(AbstractInsnNode get, MethodFlow flow) {
    return flow.origins(flow.operands(get).get(0)).stream()
        .anyMatch(origin -> origin.getOpcode() == Opcodes.NEW);
  }

  /** Returns whether the method assigns the field while it still holds the old value to return. */
  private static boolean isHandedOver(MethodFlow flow, FieldInsnNode get) {
    return flow.instructions(FieldInsnNode.class)
        .filter(put -> put.getOpcode() == Opcodes.PUTFIELD || put.getOpcode() == Opcodes.PUTSTATIC)
        .filter(put -> put.name.equals(get.name) && put.owner.equals(get.owner))
        .anyMatch(put -> flow.isHeldAt(put, get));
  }

  private static boolean isChangeable(JavaField field, ClassFiles files)
      throws UnreadableClassException {
    Type type = Type.getType(field.getDescriptor());
    if (CollectionTypes.isChangeable(type)) {
      return true;
    }
    if (type.getSort() == Type.ARRAY) {
      return !new Contents(files).of(field).equals(Set.of(Content.UNCHANGEABLE));
    }
    if (!CollectionTypes.isInterface(type)) {
      return false;
    }
    Set<Content> contents = new Contents(files).of(field);
    return contents.contains(Content.CHANGEABLE) || contents.contains(Content.GIVEN);
  }

  private static String complaint(JavaField field) {
    if (field.getRawType().isArray()) {
      return ("returns the array of field <%s> itself, so a caller can change it while threads read"
              + " it; return a copy, such as %s.clone()")
          .formatted(field.getFullName(), field.getName());
    }
    JavaType type = field.getRawType();
    return ("returns the collection of field <%s> itself, a mutable %s, so a caller can change it"
            + " or see half of a change; return a copy, such as %s, or keep an immutable collection"
            + " in the field")
        .formatted(field.getFullName(), type.getName(), copy(field));
  }

  private static String copy(JavaField field) {
    for (String factory : List.of("List", "Set", "Map")) {
      if (field.getRawType().isAssignableTo("java.util." + factory)) {
        return "%s.copyOf(%s)".formatted(factory, field.getName());
      }
    }
    return "List.copyOf(%s)".formatted(field.getName());
  }
}
