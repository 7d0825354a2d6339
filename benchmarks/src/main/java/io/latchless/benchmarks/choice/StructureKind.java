package io.latchless.benchmarks.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of state that threads share. */
public enum StructureKind {
  STATUS("a status", "read the status", "move it to another state", null),
  PROCESS(
      "the status of a process with its times and exit code",
      "read all of it",
      "move the process to its next state",
      null),
  COUNTER("a counter", "read the sum", "increment it", null),
  RECORD("a record of several related fields", "read all fields", "change two fields", null),
  MAP("a map", "look up a key", "replace a value", new Sizes("entries", 1, 1_048_576, 1_024)),
  HANDLERS(
      "handlers by topic",
      "call the handlers of a topic",
      "add a handler and remove it again",
      new Sizes("handlers per topic", 1, 256, 8)),
  QUEUE(
      "a bounded queue",
      "take an element",
      "put an element",
      new Sizes("slots", 2, 1_048_576, 1_024)),
  HISTORY(
      "a log that keeps its newest elements",
      "read the newest elements, at most 100",
      "add an element",
      new Sizes("elements to keep", 16, 1_048_576, 1_024));

  /**
   * The unit and the bounds of a shape's size.
   *
   * @param unit the counted unit, in words
   * @param least the smallest measured size
   * @param most the largest measured size
   * @param usual the default size
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

  /** Returns the name on the command line and in the names of contests. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns a description with its article. */
  public String words() {
    return words;
  }

  /** Returns what a reading operation does, to complete "90 % of operations ...". */
  public String read() {
    return read;
  }

  /** Returns what a writing operation does. */
  public String write() {
    return write;
  }

  /** Returns the unit and bounds of the size; null if this kind has no size. */
  public @Nullable Sizes sizes() {
    return sizes;
  }

  /** Returns whether each element goes in and out once, which fixes the share of reads. */
  public boolean isBalanced() {
    return this == QUEUE;
  }

  /** Returns the kind with the given key, ignoring case. */
  public static Optional<StructureKind> of(String key) {
    return Arrays.stream(values()).filter(shared -> shared.key().equalsIgnoreCase(key)).findFirst();
  }

  /** Returns every key. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(StructureKind::key).toList();
  }
}
