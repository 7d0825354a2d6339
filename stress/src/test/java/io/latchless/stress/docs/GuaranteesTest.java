package io.latchless.stress.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/guarantees.md} names every public type and operation, and only tests that exist. */
class GuaranteesTest {
  private static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
  private static final String[] LIBRARY = {
    "io.latchless.primitives",
    "io.latchless.ringbuffer",
    "io.latchless.registry",
    "io.latchless.metrics"
  };
  private static final Set<String> OBJECT_METHODS = Set.of("equals", "hashCode", "toString");
  private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");
  private static final int COLUMNS = 6;

  /** The table rows below each heading, by the type that the heading names. */
  private record Guarantees(Map<String, List<List<String>>> rows) {
    static Guarantees parse(List<String> lines) {
      Map<String, List<List<String>>> rows = new LinkedHashMap<>();
      String type = "";
      for (String line : lines) {
        Matcher heading = Pattern.compile("## `([A-Za-z]+)`.*").matcher(line);
        if (heading.matches()) {
          type = heading.group(1);
          rows.putIfAbsent(type, new ArrayList<>());
        } else if (line.startsWith("| `") && rows.containsKey(type)) {
          List<String> cells =
              Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                  .map(String::strip)
                  .toList();
          rows.get(type).add(cells);
        }
      }
      return new Guarantees(rows);
    }

    Set<String> missing(Map<String, Set<String>> operationsByType) {
      Set<String> missing = new TreeSet<>();
      operationsByType.forEach(
          (type, operations) -> {
            List<List<String>> found = rows.get(type);
            if (found == null) {
              missing.add(type);
              return;
            }
            Set<String> named =
                found.stream().flatMap(row -> names(row.get(0))).collect(Collectors.toSet());
            operations.stream()
                .filter(operation -> !named.contains(operation))
                .forEach(operation -> missing.add(type + "." + operation));
          });
      return missing;
    }

    Set<String> incomplete() {
      Set<String> incomplete = new TreeSet<>();
      rows.forEach(
          (type, found) -> {
            if (found.isEmpty()
                || found.stream().anyMatch(row -> row.size() != COLUMNS || row.contains(""))) {
              incomplete.add(type);
            }
          });
      return incomplete;
    }

    Stream<String> evidence() {
      return rows.values().stream().flatMap(List::stream).flatMap(row -> names(row.get(5)));
    }

    private static Stream<String> names(String cell) {
      return NAME.matcher(cell).results().map(match -> match.group(1));
    }
  }

  @Test
  void namesEveryPublicTypeAndOperation() throws IOException {
    assertThat(read().missing(publicOperations())).isEmpty();
  }

  @Test
  void fillsEveryCell() throws IOException {
    assertThat(read().incomplete()).isEmpty();
  }

  @Test
  void namesOnlyEvidenceThatExists() throws IOException {
    Set<String> sources;
    try (Stream<Path> files = Files.walk(ROOT)) {
      sources =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    assertThat(read().evidence().distinct()).isNotEmpty().isSubsetOf(sources);
  }

  @Test
  void aMissingTypeOrOperationIsFound() {
    Guarantees some =
        Guarantees.parse(List.of("## `Known`", "", "| `get` | wait-free | yes | - | none | x |"));
    assertThat(some.missing(Map.of("Known", Set.of("get", "set"), "Unknown", Set.of())))
        .containsExactly("Known.set", "Unknown");
  }

  @Test
  void publicOperationsAreFound() {
    assertThat(publicOperations())
        .containsEntry("Lazy", Set.of("of", "ofSupplier", "rememberingFailure", "get", "isReady"));
  }

  @Test
  void anEmptyCellOrTableIsFound() {
    Guarantees some =
        Guarantees.parse(
            List.of(
                "## `Full`",
                "| `get` | wait-free | yes | - | none | x |",
                "## `Blank`",
                "| `get` | wait-free | | - | none | x |",
                "## `Short`",
                "| `get` | wait-free |",
                "## `Empty`"));
    assertThat(some.incomplete()).containsExactly("Blank", "Empty", "Short");
  }

  @Test
  void evidenceThatDoesNotExistIsFound() {
    Guarantees some =
        Guarantees.parse(
            List.of("## `Known`", "", "| `get` | wait-free | yes | - | none | `NoSuchTest` |"));
    assertThatThrownBy(() -> assertThat(some.evidence()).isSubsetOf(Set.of("OtherTest")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("NoSuchTest");
  }

  private static Guarantees read() throws IOException {
    return Guarantees.parse(Files.readAllLines(ROOT.resolve("docs/guarantees.md")));
  }

  private static Map<String, Set<String>> publicOperations() {
    return new ClassFileImporter()
        .importPackages(LIBRARY).stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .filter(type -> !type.getPackageName().endsWith(".internal"))
            .filter(GuaranteesTest::isLibraryCode)
            .collect(
                Collectors.toMap(
                    JavaClass::getSimpleName, GuaranteesTest::operations, GuaranteesTest::both));
  }

  /** Merges types with one name in different packages, which share a table. */
  private static Set<String> both(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  private static boolean isLibraryCode(JavaClass type) {
    return type.getSource()
        .map(source -> !source.getUri().toString().contains("test-classes"))
        .orElse(false);
  }

  private static Set<String> operations(JavaClass type) {
    if (type.isAssignableTo(Throwable.class) || type.isRecord()) {
      return Set.of();
    }
    return type.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.BRIDGE))
        .map(method -> method.getName())
        .filter(name -> !OBJECT_METHODS.contains(name))
        .filter(name -> !(type.isEnum() && (name.equals("values") || name.equals("valueOf"))))
        .collect(Collectors.toSet());
  }
}
