package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.Set;

/** Tells what code outside the package can reach by name. */
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

  /** Returns whether code outside the package can reach a member of an exported class. */
  boolean isExported(Set<JavaModifier> member, JavaClass owner) throws UnreadableClassException {
    return member.contains(JavaModifier.PUBLIC)
        || (member.contains(JavaModifier.PROTECTED) && isExtensible(owner));
  }

  /**
   * Returns whether code outside the package can extend a class. A sealed class can be extended
   * only through a permitted subclass.
   */
  private boolean isExtensible(JavaClass type) throws UnreadableClassException {
    if (type.getModifiers().contains(JavaModifier.FINAL)) {
      return false;
    }
    Set<String> permitted = files.of(type).permittedSubclasses();
    if (permitted.isEmpty()) {
      return hasConstructorForSubclasses(type);
    }
    for (JavaClass subclass : type.getSubclasses()) {
      if (permitted.contains(subclass.getName())
          && isExported(subclass)
          && isExtensible(subclass)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasConstructorForSubclasses(JavaClass type) {
    return type.getConstructors().stream()
        .anyMatch(
            constructor ->
                constructor.getModifiers().contains(JavaModifier.PUBLIC)
                    || constructor.getModifiers().contains(JavaModifier.PROTECTED));
  }
}
