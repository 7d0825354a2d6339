package io.latchless.stress.hostile;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the public methods and constructors that run user code. */
final class UserCode {
  private static final Set<Class<?>> RUNS_USER_CODE_LATER =
      Set.of(CompletionStage.class, Iterator.class, Spliterator.class, BaseStream.class);

  private UserCode() {}

  /** Returns the public classes of the given packages, including those nested in public classes. */
  static List<Class<?>> publicClasses(String... packages) {
    List<Class<?>> found =
        new ClassFileImporter()
            .importPackages(packages).stream()
                .filter(type -> List.of(packages).contains(type.getPackageName()))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::reflect)
                .collect(Collectors.toList());
    found.removeIf(type -> !isPublic(type));
    return found;
  }

  /**
   * Returns the signatures, by type, of methods that take user code, call it later, or take values.
   */
  static Set<String> sites(List<Class<?>> types) {
    Set<String> sites = new TreeSet<>();
    for (Class<?> type : types) {
      if (!type.isInterface()) {
        Stream.concat(
                Arrays.stream(type.getConstructors()).filter(UserCode::takesUserCode),
                Arrays.stream(type.getMethods())
                    .filter(method -> !isMadeByTheCompiler(type, method))
                    .filter(method -> takesUserCode(method) || runsItLater(method)))
            .forEach(each -> sites.add(nameOf(type) + "." + signature(each)));
      }
    }
    return sites;
  }

  static String nameOf(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : nameOf(outer) + "." + type.getSimpleName();
  }

  static String signature(Executable executable) {
    return Arrays.stream(executable.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(
            Collectors.joining(
                ",",
                (executable instanceof Constructor ? "new" : executable.getName()) + "(",
                ")"));
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && (outer == null || isPublic(outer));
  }

  private static boolean isMadeByTheCompiler(Class<?> type, Method method) {
    return method.isBridge()
        || method.isSynthetic()
        || method.getDeclaringClass() == Object.class
        || (type.isEnum() && method.getDeclaringClass() == Enum.class)
        || (type.isRecord() && method.getName().equals("equals"))
        || Throwable.class.isAssignableFrom(type)
        || isHidden(type, method);
  }

  /**
   * Returns whether a method is a static method of another interface, which the type does not
   * inherit.
   */
  private static boolean isHidden(Class<?> type, Method method) {
    return Modifier.isStatic(method.getModifiers())
        && method.getDeclaringClass() != type
        && method.getDeclaringClass().isInterface();
  }

  private static boolean takesUserCode(Executable executable) {
    return Arrays.stream(executable.getParameterTypes()).anyMatch(UserCode::isWrittenByUsers);
  }

  private static boolean runsItLater(Method method) {
    return RUNS_USER_CODE_LATER.stream()
        .anyMatch(later -> later.isAssignableFrom(method.getReturnType()));
  }

  /**
   * Returns whether users write the type: a value with its equals and hashCode, or a type to
   * implement.
   */
  private static boolean isWrittenByUsers(Class<?> parameter) {
    Class<?> type = parameter;
    while (type.isArray()) {
      type = type.getComponentType();
    }
    if (type == Object.class) {
      return true;
    }
    if (type.isSealed() || type.isEnum() || type == Enum.class) {
      return false;
    }
    if (type.isInterface()) {
      return Arrays.stream(type.getMethods()).anyMatch(UserCode::isAbstract);
    }
    return Modifier.isAbstract(type.getModifiers())
        && Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(each -> (each.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
  }

  private static boolean isAbstract(Method method) {
    return Modifier.isAbstract(method.getModifiers());
  }
}
