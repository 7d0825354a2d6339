package io.latchless.stress.docs;

import io.latchless.stress.docs.Evidence.Kind;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the library promises, and the evidence for it. */
final class Guarantees {
  private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");
  private static final Pattern LINK = Pattern.compile("\\{@link ([^\\s}]+)(?: ([^}]+))?}");
  private static final Pattern VALUE = Pattern.compile("\\{@value #(\\w+)}");

  private final List<LibraryType> types;
  private final Evidence evidence;

  Guarantees(List<LibraryType> types, Evidence evidence) {
    this.types = types;
    this.evidence = evidence;
  }

  static Guarantees of(Path root) throws IOException {
    return new Guarantees(
        LibraryType.allBelow(root), new Evidence(root, LibraryType.modules(root)));
  }

  /** Returns what is wrong with the contracts and their evidence, one line for each fault. */
  List<String> objections() {
    List<String> objections = new ArrayList<>();
    for (LibraryType type : types) {
      Contract contract = type.contract();
      if (!contract.exists()) {
        if (type.reason(types).isEmpty()) {
          objections.add(type.name() + " has no contract table, and no reason to have none");
        }
        continue;
      }
      contract
          .missingRows()
          .forEach(row -> objections.add(type.name() + "'s contract has no row " + row));
      contract
          .unknownMethods(type.methods(types))
          .forEach(
              method ->
                  objections.add(type.name() + "'s contract names " + method + ", no method"));
      if (contract.progress().contains("lock-free")) {
        if (lacks(type, Kind.FREEZE)) {
          objections.add(type.name() + " is lock-free, and no freeze probe uses it");
        }
        if (lacks(type, Kind.LINCHECK) && lacks(type, Kind.JCSTRESS)) {
          objections.add(type.name() + " is lock-free, and neither Lincheck nor jcstress uses it");
        }
      }
    }
    return objections;
  }

  private boolean lacks(LibraryType type, Kind kind) {
    return evidence.of(type, kind).isEmpty() && lenders(type, kind).isEmpty();
  }

  /** Returns the types with evidence of a kind that a type's contract refers to. */
  private List<LibraryType> lenders(LibraryType type, Kind kind) {
    List<String> named = type.contract().borrowsFrom();
    return types.stream()
        .filter(other -> !other.equals(type) && named.contains(other.name()))
        .filter(other -> !evidence.of(other, kind).isEmpty())
        .toList();
  }

  /** Returns the contracts of a module's types, and the evidence for them. */
  String page(String module) {
    List<LibraryType> own = types.stream().filter(type -> type.module().equals(module)).toList();
    Stream<String> rows = Contract.REQUIRED.stream().map(row -> row.toLowerCase(Locale.ROOT));
    Stream<String> kinds = Arrays.stream(Kind.values()).map(kind -> kind.title);
    return table(
            Stream.concat(Stream.of("type"), rows),
            own.stream().filter(type -> type.contract().exists()).map(this::promises))
        + "\n"
        + withoutContract(own)
        + "\n"
        + table(Stream.concat(Stream.of("type"), kinds), own.stream().map(this::shown));
  }

  /** Returns a line for each reason to have no contract, with the types. */
  private String withoutContract(List<LibraryType> own) {
    Map<String, String> byReason =
        own.stream()
            .filter(type -> !type.contract().exists())
            .collect(
                Collectors.groupingBy(
                    type -> type.reason(types),
                    TreeMap::new,
                    Collectors.mapping(
                        type -> evidence.link(type.name(), type.source()),
                        Collectors.joining(", "))));
    return byReason.entrySet().stream()
        .map(entry -> "- " + entry.getValue() + ": " + entry.getKey() + "\n")
        .collect(Collectors.joining());
  }

  private static String table(Stream<String> titles, Stream<List<String>> rows) {
    List<String> heads = titles.toList();
    return Stream.concat(Stream.of(heads, heads.stream().map(head -> "---").toList()), rows)
        .map(cells -> "| " + String.join(" | ", cells) + " |\n")
        .collect(Collectors.joining());
  }

  private List<String> promises(LibraryType type) {
    List<String> cells = new ArrayList<>(List.of(evidence.link(type.name(), type.source())));
    Contract.REQUIRED.forEach(
        row -> cells.add(markdown(type, type.contract().rows().getOrDefault(row, ""))));
    return cells;
  }

  private List<String> shown(LibraryType type) {
    List<String> cells = new ArrayList<>(List.of("`" + type.name() + "`"));
    for (Kind kind : Kind.values()) {
      Set<String> found = new LinkedHashSet<>(evidence.of(type, kind));
      lenders(type, kind).forEach(lender -> found.add("as `" + lender.name() + "`"));
      cells.add(found.isEmpty() ? "–" : String.join(", ", found));
    }
    return cells;
  }

  /** Returns a Javadoc text as the Markdown of one cell. */
  static String markdown(LibraryType type, String javadoc) {
    String text = CODE.matcher(javadoc).replaceAll("`$1`");
    text = VALUE.matcher(text).replaceAll(value -> constant(type.type(), value.group(1)));
    return LINK.matcher(text)
        .replaceAll(
            link -> {
              String target = link.group(1).replaceAll("^#", "").replace('#', '.');
              return "`" + (link.group(2) == null ? target : link.group(2)) + "`";
            })
        .replace("|", "\\|");
  }

  private static String constant(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return String.valueOf(field.get(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no constant " + name, e);
    }
  }
}
