package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Finds the looks into a concurrent map in a method whose result decides a change of the map. */
final class MapGaps {
  private final ClassFile file;
  private final ClassFiles files;
  private final MethodFlow flow;
  private final Set<String> concurrentTypes;

  MapGaps(ClassFile file, ClassFiles files, MethodFlow flow) {
    this.file = file;
    this.files = files;
    this.flow = flow;
    this.concurrentTypes =
        file.type().getMethodCallsFromSelf().stream()
            .map(JavaMethodCall::getTargetOwner)
            .filter(owner -> owner.isAssignableTo(ConcurrentMap.class))
            .map(owner -> owner.getName().replace('.', '/'))
            .collect(Collectors.toSet());
  }

  List<MapGap> all() throws UnreadableClassException {
    BitSet guarded = Monitors.heldAt(flow);
    List<MethodInsnNode> acts =
        flow.instructions(MethodInsnNode.class)
            .filter(MapStep::isAct)
            .filter(act -> !guarded.get(flow.index(act)))
            .toList();
    List<MethodInsnNode> looks =
        flow.instructions(MethodInsnNode.class).filter(MapStep::isLook).toList();
    List<MapGap> gaps = new ArrayList<>();
    for (MethodInsnNode act : acts) {
      if (isSharedMap(act)) {
        looks.stream()
            .map(look -> new MapGap(look, act))
            .filter(gap -> !gap.isHarmless() && isOnSameEntry(gap))
            .filter(this::isDecided)
            .findFirst()
            .ifPresent(gaps::add);
      }
    }
    return gaps;
  }

  private SourceValue map(MethodInsnNode call) {
    return flow.operands(call).get(0);
  }

  private SourceValue key(MethodInsnNode call) {
    return flow.operands(call).get(1);
  }

  private boolean isSharedMap(MethodInsnNode call) throws UnreadableClassException {
    Set<AbstractInsnNode> origins = flow.origins(map(call));
    if (origins.isEmpty() || origins.stream().anyMatch(this::isStillPrivate)) {
      return false;
    }
    if (concurrentTypes.contains(call.owner)) {
      return true;
    }
    for (AbstractInsnNode origin : origins) {
      if (!(origin instanceof FieldInsnNode get) || !holdsConcurrentMap(get)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether no other thread has the map yet: it was created in this method, or is a field
   * of an object or class under construction.
   */
  private boolean isStillPrivate(AbstractInsnNode origin) {
    String method = flow.method().name;
    return switch (origin.getOpcode()) {
      case Opcodes.NEW -> true;
      case Opcodes.GETFIELD -> method.equals("<init>") && flow.isThis(flow.operands(origin).get(0));
      case Opcodes.GETSTATIC ->
          method.equals("<clinit>") && ((FieldInsnNode) origin).owner.equals(file.internalName());
      default -> false;
    };
  }

  /** Returns whether a field with a {@code java.util} type holds only concurrent maps. */
  private boolean holdsConcurrentMap(FieldInsnNode get) throws UnreadableClassException {
    Optional<JavaField> field = file.field(get);
    return Type.getType(get.desc).getInternalName().startsWith("java/util/")
        && field.isPresent()
        && new Contents(files).of(field.get()).equals(Set.of(Content.SHAREABLE));
  }

  private boolean isOnSameEntry(MapGap gap) {
    Optional<Identity> map = identity(map(gap.look()));
    Optional<Identity> key = identity(key(gap.look()));
    return map.isPresent()
        && key.isPresent()
        && isSame(map, identity(map(gap.act())))
        && isSame(key, identity(key(gap.act())));
  }

  private static boolean isSame(Optional<Identity> one, Optional<Identity> other) {
    return one.map(Identity::expression).equals(other.map(Identity::expression));
  }

  private Optional<Identity> identity(SourceValue value) {
    return Identity.of(flow, value, this::isGetter);
  }

  private boolean isGetter(MethodInsnNode call) {
    boolean takesNothing = call.desc.startsWith("()") && call.getOpcode() != Opcodes.INVOKESTATIC;
    boolean named =
        (call.name.matches("(get|is)[A-Z].*") && !call.name.matches("get(And|Next).*"))
            || call.name.equals("name");
    return takesNothing && (named || isComponentOfRecord(call));
  }

  private boolean isComponentOfRecord(MethodInsnNode call) {
    return file.type().getMethodCallsFromSelf().stream()
        .filter(known -> known.getTarget().getName().equals(call.name))
        .map(JavaMethodCall::getTargetOwner)
        .anyMatch(
            owner ->
                owner.isRecord()
                    && owner.getName().replace('.', '/').equals(call.owner)
                    && owner.tryGetField(call.name).isPresent());
  }

  private boolean isDecided(MapGap gap) {
    return new Decision(flow, gap, beginnings(gap)).isMade();
  }

  /** Returns where another round begins: at the look, or where another map or key is created. */
  private BitSet beginnings(MapGap gap) {
    BitSet beginnings = new BitSet();
    beginnings.set(flow.index(gap.look()));
    Stream.of(map(gap.look()), key(gap.look()))
        .map(this::identity)
        .flatMap(Optional::stream)
        .flatMap(identity -> identity.makers().stream())
        .forEach(maker -> beginnings.set(flow.index(maker)));
    return beginnings;
  }
}
