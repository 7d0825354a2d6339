package io.latchless.rules;

import static io.latchless.rules.Content.CHANGEABLE;
import static io.latchless.rules.Content.GIVEN;
import static io.latchless.rules.Content.SHAREABLE;
import static io.latchless.rules.Content.UNCHANGEABLE;
import static io.latchless.rules.Content.UNKNOWN;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.latchless.rules.Assignments.Assignment;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Traces the values that are assigned to a field back to where they were created: through
 * variables, through methods of the same class that cannot be overridden, and from field to field.
 */
final class Contents {
  private final Assignments assignments;
  private final Set<Object> underWay = new HashSet<>();

  Contents(ClassFiles files) {
    this.assignments = new Assignments(files);
  }

  /** Returns the kinds of content that a field may hold; empty if no assignment is visible. */
  Set<Content> of(JavaField field) throws UnreadableClassException {
    Set<Content> contents = EnumSet.noneOf(Content.class);
    if (underWay.add(field)) {
      try {
        for (Assignment assignment : assignments.of(field)) {
          contents.addAll(of(assignment.file(), assignment.flow(), assignment.value()));
        }
      } finally {
        underWay.remove(field);
      }
    }
    return contents;
  }

  private Set<Content> of(ClassFile file, MethodFlow flow, SourceValue value)
      throws UnreadableClassException {
    Set<Content> contents = EnumSet.noneOf(Content.class);
    Set<AbstractInsnNode> origins = flow.origins(value);
    for (AbstractInsnNode origin : origins) {
      contents.addAll(of(file, flow, origin));
    }
    if (origins.isEmpty()) {
      contents.add(UNKNOWN);
    }
    return contents;
  }

  private Set<Content> of(ClassFile file, MethodFlow flow, AbstractInsnNode origin)
      throws UnreadableClassException {
    if (origin.getOpcode() == Opcodes.ACONST_NULL) {
      return EnumSet.of(UNCHANGEABLE);
    }
    Optional<Type> type = flow.typeOf(origin);
    if (type.isPresent() && type.get().getSort() == Type.ARRAY) {
      return ofArray(file, flow, origin);
    }
    if (type.filter(CollectionTypes::isUnchangeable).isPresent()) {
      return EnumSet.of(UNCHANGEABLE);
    }
    if (type.filter(CollectionTypes::isShareable).isPresent()) {
      return EnumSet.of(SHAREABLE);
    }
    if (type.filter(CollectionTypes::isChangeable).isPresent()) {
      return EnumSet.of(CHANGEABLE);
    }
    if (flow.isParameter(origin)) {
      return EnumSet.of(GIVEN);
    }
    if (origin instanceof FieldInsnNode field) {
      return ofField(file, field);
    }
    return origin instanceof MethodInsnNode call ? ofCall(file, flow, call) : EnumSet.of(UNKNOWN);
  }

  private Set<Content> ofArray(ClassFile file, MethodFlow flow, AbstractInsnNode origin)
      throws UnreadableClassException {
    return switch (origin.getOpcode()) {
      case Opcodes.ANEWARRAY, Opcodes.NEWARRAY ->
          EnumSet.of(isZero(flow, flow.operands(origin).get(0)) ? UNCHANGEABLE : CHANGEABLE);
      case Opcodes.GETFIELD, Opcodes.GETSTATIC -> ofField(file, (FieldInsnNode) origin);
      default -> EnumSet.of(flow.isParameter(origin) ? GIVEN : CHANGEABLE);
    };
  }

  private static boolean isZero(MethodFlow flow, SourceValue length) {
    return flow.origins(length).stream().allMatch(origin -> origin.getOpcode() == Opcodes.ICONST_0);
  }

  private Set<Content> ofField(ClassFile file, FieldInsnNode get) {
    Optional<JavaField> field = file.field(get);
    if (field.isEmpty()) {
      return EnumSet.of(UNKNOWN);
    }
    try {
      return of(field.get());
    } catch (UnreadableClassException e) {
      // The check of that class reports it.
      return EnumSet.of(UNKNOWN);
    }
  }

  private Set<Content> ofCall(ClassFile file, MethodFlow flow, MethodInsnNode call)
      throws UnreadableClassException {
    if (CollectionTypes.isImmutableFactory(call)) {
      return EnumSet.of(UNCHANGEABLE);
    }
    return switch (call.owner) {
      case "java/util/Collections" -> ofCollections(file, flow, call);
      case "java/util/Objects" ->
          call.name.equals("requireNonNull")
              ? of(file, flow, flow.operands(call).get(0))
              : EnumSet.of(UNKNOWN);
      case "java/util/Arrays" -> EnumSet.of(call.name.equals("asList") ? CHANGEABLE : UNKNOWN);
      case "java/util/stream/Stream" -> ofStream(flow, call);
      default ->
          call.owner.equals(file.internalName()) ? ofMethod(file, call) : EnumSet.of(UNKNOWN);
    };
  }

  private Set<Content> ofCollections(ClassFile file, MethodFlow flow, MethodInsnNode call)
      throws UnreadableClassException {
    String name = call.name;
    if (name.startsWith("unmodifiable")
        || name.startsWith("empty")
        || name.startsWith("singleton")
        || name.equals("nCopies")) {
      return EnumSet.of(UNCHANGEABLE);
    }
    if (name.startsWith("synchronized")) {
      return EnumSet.of(SHAREABLE);
    }
    return name.equals("newSetFromMap") || name.startsWith("checked")
        ? of(file, flow, flow.operands(call).get(0))
        : EnumSet.of(UNKNOWN);
  }

  private static Set<Content> ofStream(MethodFlow flow, MethodInsnNode call) {
    if (call.name.equals("toList")) {
      return EnumSet.of(UNCHANGEABLE);
    }
    Set<Content> contents = EnumSet.noneOf(Content.class);
    if (call.name.equals("collect") && flow.operands(call).size() == 2) {
      flow.origins(flow.operands(call).get(1)).stream()
          .map(Contents::ofCollector)
          .forEach(contents::add);
    }
    return contents.isEmpty() ? EnumSet.of(UNKNOWN) : contents;
  }

  /**
   * Returns the content that a collector creates. The result of {@code toList} is unspecified, but
   * mutable in every JDK.
   */
  private static Content ofCollector(AbstractInsnNode origin) {
    if (!(origin instanceof MethodInsnNode call)
        || !call.owner.equals("java/util/stream/Collectors")) {
      return UNKNOWN;
    }
    return switch (call.name) {
      case "toUnmodifiableList", "toUnmodifiableSet", "toUnmodifiableMap" -> UNCHANGEABLE;
      case "toConcurrentMap", "groupingByConcurrent" -> SHAREABLE;
      case "toList", "toSet" -> CHANGEABLE;
      case "toMap", "groupingBy", "partitioningBy" ->
          // With a factory the caller chooses the kind of map.
          call.desc.contains("java/util/function/Supplier") ? UNKNOWN : CHANGEABLE;
      default -> UNKNOWN;
    };
  }

  /** Returns the content that a method of this class returns, if no subclass can override it. */
  private Set<Content> ofMethod(ClassFile file, MethodInsnNode call)
      throws UnreadableClassException {
    Optional<MethodNode> called =
        file.methods().stream()
            .filter(method -> method.name.equals(call.name) && method.desc.equals(call.desc))
            .filter(method -> (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0)
            .filter(method -> isFixed(file, method))
            .findFirst();
    if (called.isEmpty()) {
      return EnumSet.of(UNKNOWN);
    }
    Set<Content> contents = EnumSet.noneOf(Content.class);
    if (underWay.add(called.get())) {
      try {
        MethodFlow flow = file.flow(called.get());
        for (AbstractInsnNode end : flow.instructions(Opcodes.ARETURN)) {
          contents.addAll(of(file, flow, flow.operands(end).get(0)));
        }
      } finally {
        underWay.remove(called.get());
      }
    }
    if (contents.remove(GIVEN)) {
      // Arguments differ from call to call.
      contents.add(UNKNOWN);
    }
    return contents;
  }

  private static boolean isFixed(ClassFile file, MethodNode method) {
    int fixed = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
    return (method.access & fixed) != 0 || file.type().getModifiers().contains(JavaModifier.FINAL);
  }
}
