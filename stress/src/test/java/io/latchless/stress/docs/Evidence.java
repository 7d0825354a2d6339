package io.latchless.stress.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that use a type, found in their sources. */
final class Evidence {
  /** A kind of evidence, as the page heads its column. */
  enum Kind {
    TESTS("unit and property tests"),
    LINCHECK("Lincheck"),
    JCSTRESS("jcstress"),
    FREEZE("freeze"),
    SOAK("soak"),
    ALLOCATION("allocation");

    final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  private static final Pattern MODEL = Pattern.compile("public static final class (Of\\w+)");

  private final Path root;
  private final Map<String, List<SourceFile>> unitTests = new TreeMap<>();
  private final Map<Kind, List<SourceFile>> files = new EnumMap<>(Kind.class);
  private final List<Model> models = new ArrayList<>();

  private record Model(SourceFile file, String name, Set<String> words) {}

  Evidence(Path root, List<String> modules) throws IOException {
    this.root = root;
    for (String module : modules) {
      unitTests.put(module, chosen(module + "/src/test/java", file -> true));
    }
    Path stress = Path.of("stress/src/test/java/io/latchless/stress");
    files.put(
        Kind.JCSTRESS,
        chosen("stress/src/main/java", file -> file.words().contains("JCStressTest")));
    files.put(Kind.SOAK, chosen(stress + "/soak", file -> file.name().endsWith("SoakTest")));
    files.put(
        Kind.ALLOCATION,
        chosen("benchmarks/src/test/java", file -> file.name().equals("NonAllocating")));
    List<SourceFile> freeze = chosen(stress + "/freeze", file -> true);
    files.put(
        Kind.FREEZE,
        freeze.stream().filter(file -> !file.isTest() && isNamedByATest(file, freeze)).toList());
    findModels(chosen(stress + "/lincheck", file -> true));
  }

  private List<SourceFile> chosen(String directory, Predicate<SourceFile> choice)
      throws IOException {
    return SourceFile.below(root.resolve(directory)).stream().filter(choice).toList();
  }

  private static boolean isNamedByATest(SourceFile file, List<SourceFile> files) {
    return files.stream()
        .anyMatch(test -> test.isTest() && helpers(test, List.of(file)).findAny().isPresent());
  }

  private void findModels(List<SourceFile> lincheck) {
    for (SourceFile file : lincheck) {
      if (!file.name().endsWith("Models")) {
        continue;
      }
      List<MatchResult> heads = MODEL.matcher(file.code()).results().toList();
      for (int i = 0; i < heads.size(); i++) {
        int end = i + 1 < heads.size() ? heads.get(i + 1).start() : file.code().length();
        String name = heads.get(i).group(1);
        if (lincheck.stream().anyMatch(test -> test.isTest() && test.words().contains(name))) {
          String body = file.code().substring(heads.get(i).start(), end);
          models.add(new Model(file, name, SourceFile.words(body)));
        }
      }
    }
  }

  /** Returns links to the evidence of a kind that uses a type. */
  List<String> of(LibraryType type, Kind kind) {
    Class<?> used = type.type();
    return switch (kind) {
      case TESTS -> {
        List<SourceFile> module = unitTests.getOrDefault(type.module(), List.of());
        yield links(
            module.stream()
                .filter(SourceFile::isTest)
                .filter(test -> test.uses(used) || uses(helpers(test, module), used)));
      }
      case LINCHECK ->
          models.stream()
              .filter(model -> model.file().uses(used, model.words()))
              .map(model -> link(model.name(), model.file()))
              .toList();
      default ->
          links(files.getOrDefault(kind, List.of()).stream().filter(file -> file.uses(used)));
    };
  }

  /** Returns the classes beside a test that it names and that are no tests. */
  private static Stream<SourceFile> helpers(SourceFile test, List<SourceFile> module) {
    return module.stream()
        .filter(file -> !file.isTest() && test.words().contains(file.name()))
        .filter(file -> file.packageName().equals(test.packageName()));
  }

  private static boolean uses(Stream<SourceFile> sources, Class<?> type) {
    return sources.anyMatch(file -> file.uses(type));
  }

  private List<String> links(Stream<SourceFile> found) {
    return found.map(file -> link(file.name(), file)).toList();
  }

  /** Returns a link from a page in docs. */
  String link(String label, SourceFile file) {
    return "[`%s`](../%s)".formatted(label, root.relativize(file.path()));
  }
}
