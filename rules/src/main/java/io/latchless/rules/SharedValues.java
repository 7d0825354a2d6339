package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.latchless.rules.Assignments.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Recognizes values whose identity is meaningless: interned, boxed, or of a value-based class. */
final class SharedValues {
  private static final Type STRING = Type.getType(String.class);

  /** Classes whose documentation calls them value-based and warns against synchronizing on them. */
  private static final Set<String> VALUE_BASED =
      Set.of(
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double",
          "java/lang/ProcessHandle",
          "java/lang/Runtime$Version",
          "java/util/Optional",
          "java/util/OptionalInt",
          "java/util/OptionalLong",
          "java/util/OptionalDouble",
          "java/time/Duration",
          "java/time/Instant",
          "java/time/LocalDate",
          "java/time/LocalDateTime",
          "java/time/LocalTime",
          "java/time/MonthDay",
          "java/time/OffsetDateTime",
          "java/time/OffsetTime",
          "java/time/Period",
          "java/time/Year",
          "java/time/YearMonth",
          "java/time/ZoneId",
          "java/time/ZoneOffset",
          "java/time/ZonedDateTime",
          "java/time/chrono/HijrahDate",
          "java/time/chrono/JapaneseDate",
          "java/time/chrono/MinguoDate",
          "java/time/chrono/ThaiBuddhistDate");

  private final ClassFile file;
  private final Assignments assignments;

  SharedValues(ClassFile file, ClassFiles files) {
    this.file = file;
    this.assignments = new Assignments(files);
  }

  /** Returns a description of the value of a producer, if unrelated code may have the object. */
  Optional<String> describe(MethodFlow flow, AbstractInsnNode producer) {
    if (!(producer instanceof FieldInsnNode get)) {
      return describeMade(flow, producer);
    }
    Optional<JavaField> constant =
        file.field(get).filter(field -> field.getModifiers().contains(JavaModifier.FINAL));
    List<Optional<String>> held = constant.isPresent() ? held(constant.get()) : List.of();
    if (held.isEmpty()) {
      return describeType(Type.getType(get.desc));
    }
    return held.stream().allMatch(Optional::isPresent) ? held.get(0) : Optional.empty();
  }

  /** Returns descriptions of all values that a final field can hold. */
  private List<Optional<String>> held(JavaField field) {
    Optional<String> declared = describeType(Type.getType(field.getDescriptor()));
    List<Optional<String>> held = new ArrayList<>();
    for (Assignment assignment : readableAssignments(field)) {
      MethodFlow flow = assignment.flow();
      for (AbstractInsnNode origin : flow.producers(assignment.value())) {
        Optional<String> made = describeMade(flow, origin);
        held.add(origin.getOpcode() == Opcodes.NEW ? made : made.or(() -> declared));
      }
    }
    return held;
  }

  private List<Assignment> readableAssignments(JavaField field) {
    try {
      return assignments.of(field);
    } catch (UnreadableClassException e) {
      // The check of that class reports it.
      return List.of();
    }
  }

  private static Optional<String> describeMade(MethodFlow flow, AbstractInsnNode producer) {
    if (producer instanceof LdcInsnNode constant && constant.cst instanceof String) {
      return Optional.of("a string literal, which is interned");
    }
    if (producer instanceof MethodInsnNode call && CollectionTypes.isImmutableFactory(call)) {
      return Optional.of("an immutable collection of java.util." + call.owner.substring(10));
    }
    Optional<Type> type = flow.typeOf(producer);
    boolean ownString =
        producer.getOpcode() == Opcodes.NEW && type.filter(STRING::equals).isPresent();
    return ownString ? Optional.empty() : type.flatMap(SharedValues::describeType);
  }

  private static Optional<String> describeType(Type type) {
    boolean shared =
        type.equals(STRING)
            || (type.getSort() == Type.OBJECT && VALUE_BASED.contains(type.getInternalName()));
    return shared ? Optional.of("a value of class " + type.getClassName()) : Optional.empty();
  }
}
