package io.latchless.benchmarks.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What threads share. */
public enum StructureKind {
  STATUS("a status", "read the status", "move it to another state", null),
  PROCESS(
      "the status of a process with its times and exit code",
      "read all of it",
      "move the process one step through its life",
      null),
  COUNTER("a counter", "read the sum", "increment it", null),
  RECORD(
      "a record of several fields that belong together",
      "read all fields",
      "change two of them",
      null),
  MAP("a map", "look a key up", "replace a value", new Sizes("entries", 1, 1_048_576, 1_024)),
  HANDLERS(
      "a list of handlers for each topic",
      "call the handlers of a topic",
      "add a handler and remove it again",
      new Sizes("handlers of each topic", 1, 256, 8)),
  QUEUE(
      "a bounded queue",
      "take an element out",
      "put one in",
      new Sizes("elements that it has room for", 2, 1_048_576, 1_024)),
  HISTORY(
      "a log of which the newest elements are kept",
      "read the newest elements, at most a hundred",
      "add one",
      new Sizes("elements that are kept", 16, 1_048_576, 1_024));

  /**
   * What the size of a shape counts.
   *
   * @param unit in words
   * @param least the smallest that is measured
   * @param most the largest that is measured
   * @param usual where nothing is said
   */
  public record Sizes(String unit, int least, int most, int usual) {}

  private final String words;
  private final String read;
  private final String write;

  @SuppressWarnings("ImmutableEnumChecker") // a record of a text and numbers
  private final @Nullable Sizes sizes;

  StructureKind(String words, String read, String write, @Nullable Sizes sizes) {
    this.words = words;
    this.read = read;
    this.write = write;
    this.sizes = sizes;
  }

  /** Its name on the command line and in the names of contests. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, with its article. */
  public String words() {
    return words;
  }

  /** What a reader does, for "90 of a hundred operations ...". */
  public String read() {
    return read;
  }

  /** What a writer does. */
  public String write() {
    return write;
  }

  /** What its size counts; null if it has none. */
  public @Nullable Sizes sizes() {
    return sizes;
  }

  /** Whether each element goes in once and out once, so that nothing can be chosen. */
  public boolean isBalanced() {
    return this == QUEUE;
  }

  /** The one of that key, whatever its case. */
  public static Optional<StructureKind> of(String key) {
    return Arrays.stream(values()).filter(shared -> shared.key().equalsIgnoreCase(key)).findFirst();
  }

  /** Every key. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(StructureKind::key).toList();
  }
}
