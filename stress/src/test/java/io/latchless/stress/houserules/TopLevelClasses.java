package io.latchless.stress.houserules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * One slice for each top-level class with its nested classes, because a file is read as a whole.
 */
final class TopLevelClasses implements SliceAssignment {
  @Override
  public String getDescription() {
    return "top-level classes";
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return SliceIdentifier.of(outermost.getName());
  }
}
