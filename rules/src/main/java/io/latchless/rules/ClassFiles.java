package io.latchless.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashMap;
import java.util.Map;

/** The class files that one check needs. Reads each file once. */
final class ClassFiles {
  private final Map<JavaClass, ClassFile> files = new HashMap<>();

  ClassFile of(JavaClass type) throws UnreadableClassException {
    ClassFile known = files.get(type);
    if (known != null) {
      return known;
    }
    ClassFile file = ClassFile.of(type);
    files.put(type, file);
    return file;
  }
}
