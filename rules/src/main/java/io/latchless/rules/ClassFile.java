package io.latchless.rules;

import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * The class file of an imported class. ArchUnit's model records which code accesses a field, but
 * not where the value goes.
 */
final class ClassFile {
  private final JavaClass type;
  private final ClassNode node;
  private final Map<MethodNode, MethodFlow> flows = new HashMap<>();
  private final Map<String, Optional<JavaField>> fields = new HashMap<>();

  private ClassFile(JavaClass type, ClassNode node) {
    this.type = type;
    this.node = node;
    for (JavaFieldAccess access : type.getFieldAccessesFromSelf()) {
      FieldAccessTarget target = access.getTarget();
      fields.put(key(target.getOwner().getName(), target.getName()), target.resolveMember());
    }
  }

  static ClassFile of(JavaClass type) throws UnreadableClassException {
    Source source =
        type.getSource()
            .orElseThrow(() -> new UnreadableClassException("its class file is not known"));
    try (InputStream bytes = source.getUri().toURL().openStream()) {
      ClassNode node = new ClassNode();
      new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
      return new ClassFile(type, node);
    } catch (IOException | RuntimeException e) {
      // ASM throws arbitrary runtime exceptions for files that it does not understand.
      throw new UnreadableClassException(source.getUri() + " cannot be read", e);
    }
  }

  private static String key(String owner, String name) {
    return owner + "." + name;
  }

  JavaClass type() {
    return type;
  }

  /** Returns the name of the class as in its instructions, with slashes. */
  String internalName() {
    return node.name;
  }

  int majorVersion() {
    return node.version & 0xFFFF;
  }

  /** Returns the names of the permitted subclasses, empty if the class is not sealed. */
  Set<String> permittedSubclasses() {
    return node.permittedSubclasses == null
        ? Set.of()
        : node.permittedSubclasses.stream()
            .map(subclass -> Type.getObjectType(subclass).getClassName())
            .collect(Collectors.toSet());
  }

  List<MethodNode> methods() {
    return node.methods;
  }

  /** Returns all instructions, reachable or not. */
  static Stream<AbstractInsnNode> instructions(MethodNode method) {
    return StreamSupport.stream(method.instructions.spliterator(), false);
  }

  /** Returns the first line that has code, or 0 if there is none. */
  int firstLine() {
    return methods().stream()
        .flatMap(ClassFile::instructions)
        .filter(LineNumberNode.class::isInstance)
        .mapToInt(number -> ((LineNumberNode) number).line)
        .min()
        .orElse(0);
  }

  MethodFlow flow(MethodNode method) throws UnreadableClassException {
    MethodFlow known = flows.get(method);
    if (known != null) {
      return known;
    }
    try {
      MethodFlow flow = MethodFlow.of(node.name, method);
      flows.put(method, flow);
      return flow;
    } catch (AnalyzerException | RuntimeException e) {
      throw new UnreadableClassException(
          "its method %s%s cannot be followed".formatted(method.name, method.desc), e);
    }
  }

  /** Returns the field that an instruction of this class accesses, if ArchUnit knows its class. */
  Optional<JavaField> field(FieldInsnNode access) {
    String owner = Type.getObjectType(access.owner).getClassName();
    return fields.getOrDefault(key(owner, access.name), Optional.empty());
  }
}
