package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.objectweb.asm.Type;

/** See {@link LatchlessRules#NO_CLASSES_SHOULD_EXPORT_MUTABLE_FIELDS}. */
final class KeepMutableFieldsToThemselves extends BytecodeCondition {
  KeepMutableFieldsToThemselves() {
    super("keep mutable fields to themselves");
  }

  @Override
  void check(ClassFile file, ClassFiles files, Findings findings) throws UnreadableClassException {
    Exports exports = new Exports(files);
    if (!exports.isExported(file.type())) {
      return;
    }
    List<JavaField> fields =
        file.type().getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .sorted(Comparator.comparing(JavaField::getName))
            .toList();
    for (JavaField field : fields) {
      if (exports.isExported(field.getModifiers(), file.type())) {
        check(field, files, findings);
      }
    }
  }

  private static void check(JavaField field, ClassFiles files, Findings findings)
      throws UnreadableClassException {
    boolean open = field.getModifiers().contains(JavaModifier.PUBLIC);
    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
      findings.add(
          field,
          line(field, files),
          ("is %s and not final, so other code can change it at any time, bypassing the checks and"
                  + " the memory ordering of this class; make it private and offer methods instead")
              .formatted(open ? "public" : "protected"));
    } else if (open && isChangeable(field, files)) {
      findings.add(
          field,
          line(field, files),
          ("is public and holds a mutable %s, so other code can change it while threads read it;"
                  + " make it private and return a copy, or hold an immutable %s")
              .formatted(
                  field.getRawType().isArray() ? "array" : "collection",
                  field.getRawType().isArray() ? "list" : "one"));
    }
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
    return CollectionTypes.isInterface(type)
        && new Contents(files).of(field).contains(Content.CHANGEABLE);
  }

  /**
   * Returns the line of the field's first assignment in its class, or else the first line of the
   * class. A class file does not record the lines of fields.
   */
  private static int line(JavaField field, ClassFiles files) throws UnreadableClassException {
    IntStream assigned =
        new Assignments(files)
            .inOwnClass(field).stream()
                .mapToInt(assignment -> MethodFlow.line(assignment.instruction()));
    return assigned.min().orElse(files.of(field.getOwner()).firstLine());
  }
}
