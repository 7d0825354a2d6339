package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.Set;

/** What code outside of the package can reach by name. */
final class Exports {
  private Exports() {}

  static boolean isExported(JavaClass type) {
    Optional<JavaClass> enclosing = type.getEnclosingClass();
    return enclosing
        .map(outer -> isExported(outer) && isExported(type.getModifiers(), outer))
        .orElseGet(() -> type.getModifiers().contains(JavaModifier.PUBLIC));
  }

  /** Whether a member of an exported class can be reached from without. */
  static boolean isExported(Set<JavaModifier> member, JavaClass owner) {
    return member.contains(JavaModifier.PUBLIC)
        || (member.contains(JavaModifier.PROTECTED) && isExtensible(owner));
  }

  private static boolean isExtensible(JavaClass type) {
    return !type.getModifiers().contains(JavaModifier.FINAL)
        && type.getConstructors().stream()
            .anyMatch(
                constructor ->
                    constructor.getModifiers().contains(JavaModifier.PUBLIC)
                        || constructor.getModifiers().contains(JavaModifier.PROTECTED));
  }
}
