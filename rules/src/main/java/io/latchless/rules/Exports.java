package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.Set;

/** What code outside of the package can reach by name. */
final class Exports {
  private final ClassFiles files;

  Exports(ClassFiles files) {
    this.files = files;
  }

  boolean isExported(JavaClass type) throws UnreadableClassException {
    Optional<JavaClass> enclosing = type.getEnclosingClass();
    if (enclosing.isEmpty()) {
      return type.getModifiers().contains(JavaModifier.PUBLIC);
    }
    JavaClass outer = enclosing.get();
    return isExported(outer) && isExported(type.getModifiers(), outer);
  }

  /** Whether a member of an exported class can be reached from without. */
  boolean isExported(Set<JavaModifier> member, JavaClass owner) throws UnreadableClassException {
    return member.contains(JavaModifier.PUBLIC)
        || (member.contains(JavaModifier.PROTECTED) && isExtensible(owner));
  }

  /** A sealed class is extended from without only by way of an heir that is not. */
  private boolean isExtensible(JavaClass type) throws UnreadableClassException {
    if (type.getModifiers().contains(JavaModifier.FINAL)) {
      return false;
    }
    Set<String> permitted = files.of(type).permittedHeirs();
    if (permitted.isEmpty()) {
      return hasConstructorForHeirs(type);
    }
    for (JavaClass heir : type.getSubclasses()) {
      if (permitted.contains(heir.getName()) && isExported(heir) && isExtensible(heir)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasConstructorForHeirs(JavaClass type) {
    return type.getConstructors().stream()
        .anyMatch(
            constructor ->
                constructor.getModifiers().contains(JavaModifier.PUBLIC)
                    || constructor.getModifiers().contains(JavaModifier.PROTECTED));
  }
}
