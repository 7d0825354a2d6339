package io.latchless.stress.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A public type of the library.
 *
 * @param module the directory of its module
 * @param source its source
 * @param type its class
 * @param contract what its Javadoc promises
 */
record LibraryType(String module, SourceFile source, Class<?> type, Contract contract) {
  private static final Pattern PUBLIC =
      Pattern.compile("(?m)^public (?!@).*?\\b(class|interface|record|enum) ");

  private static final Pattern IMMUTABLE = Pattern.compile("\\bImmutable[;.]");

  /** Reads the public types of all modules that users depend on, by module and name. */
  static List<LibraryType> allBelow(Path root) throws IOException {
    List<LibraryType> types = new ArrayList<>();
    for (String module : modules(root)) {
      for (SourceFile source : SourceFile.below(root.resolve(module).resolve("src/main/java"))) {
        if (PUBLIC.matcher(source.code()).find() && !source.packageName().endsWith(".internal")) {
          types.add(of(module, source));
        }
      }
    }
    return types;
  }

  /** Returns the directories of the library's modules that are on the class path of the tests. */
  static List<String> modules(Path root) throws IOException {
    try (Stream<Path> children = Files.list(root)) {
      return children
          .map(child -> child.getFileName().toString())
          .filter(child -> isOnClassPath(root.resolve(child).resolve("src/main/java")))
          .sorted()
          .toList();
    }
  }

  private static boolean isOnClassPath(Path sources) {
    if (!Files.exists(sources.resolve("module-info.java"))) {
      return false;
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(file -> sources.relativize(file).toString())
          .filter(file -> file.endsWith(".java") && file.contains("/"))
          .map(file -> file.replaceAll("java$", "class"))
          .anyMatch(file -> ClassLoader.getSystemResource(file) != null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LibraryType of(String module, SourceFile source) {
    try {
      Class<?> type = Class.forName(source.packageName() + "." + source.name());
      return new LibraryType(module, source, type, Contract.of(source.text()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(source.path() + " is not on the class path", e);
    }
  }

  String name() {
    return type.getSimpleName();
  }

  /** Returns the reason for which this type needs no contract table; empty if there is none. */
  String reason(List<LibraryType> all) {
    if (type.isAnnotationPresent(FunctionalInterface.class)) {
      return "the user's code; the Javadoc says on which thread it runs";
    }
    if (Throwable.class.isAssignableFrom(type) || type.isRecord() || type.isEnum()) {
      return "immutable";
    }
    if (IMMUTABLE.matcher(source.text().split("\npublic ", 2)[0]).find()) {
      return "immutable";
    }
    List<String> implementations =
        all.stream()
            .filter(other -> !other.type.equals(type) && other.contract.exists())
            .filter(other -> type.isAssignableFrom(other.type))
            .map(other -> "`" + other.name() + "`")
            .toList();
    return implementations.isEmpty() || !type.isInterface()
        ? ""
        : "as " + String.join(", ", implementations);
  }

  /** Returns the names of methods that the contract table may mean. */
  Set<String> methods(List<LibraryType> all) {
    Set<Class<?>> owners = new HashSet<>(List.of(type));
    for (Method method : type.getMethods()) {
      owners.add(method.getReturnType());
      owners.addAll(List.of(method.getParameterTypes()));
    }
    for (String link : contract.links()) {
      all.stream().filter(other -> other.name().equals(link)).forEach(it -> owners.add(it.type));
    }
    Set<String> names = new HashSet<>();
    for (Class<?> owner : owners) {
      if (owner == type || owner.getName().startsWith("io.latchless.")) {
        Arrays.stream(owner.getMethods()).map(Method::getName).forEach(names::add);
      }
    }
    return names;
  }
}
