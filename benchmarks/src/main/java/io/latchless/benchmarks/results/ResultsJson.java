package io.latchless.benchmarks.results;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/** Reads and writes {@code results.json}; docs/results-schema.md describes the schema. */
public final class ResultsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new InstantAsText())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  private ResultsJson() {}

  /**
   * Reads the results of an earlier run.
   *
   * @param file a file written by {@link #write}
   * @throws InvalidResultsException if the file is missing or cannot be read, is not a complete
   *     JSON document, has another schema version, lacks a field, or is not the possible output of
   *     a run
   */
  public static Results read(Path file) throws InvalidResultsException {
    String text = text(file);
    if (text.isBlank()) {
      throw new InvalidResultsException(file + " is empty", null);
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new InvalidResultsException(
          file + " is damaged or cut short" + place(e) + ": " + reason(e), e);
    }
    requireSchema(file, tree);
    try {
      Results results = MAPPER.treeToValue(tree, Results.class);
      RequiredComponents.check(results);
      PossibleShape.check(results);
      return results;
    } catch (JsonMappingException e) {
      throw new InvalidResultsException(
          file + " does not fit schema " + Results.SCHEMA + " at " + path(e) + ": " + reason(e), e);
    } catch (JsonProcessingException e) {
      throw new InvalidResultsException(
          file + " does not fit schema " + Results.SCHEMA + ": " + reason(e), e);
    } catch (RequiredComponents.MissingException | PossibleShape.ImpossibleException e) {
      throw new InvalidResultsException(
          file + " does not fit schema " + Results.SCHEMA + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes results atomically: a reader never sees half a file, and an interrupted write leaves an
   * earlier file unchanged.
   *
   * @param results the results of a run
   * @param file the file to write; its directory is created if needed
   * @throws IOException if the file cannot be written
   */
  public static void write(Results results, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null) {
      throw new IOException(file + " is a directory");
    }
    Files.createDirectories(directory);
    Path half = directory.resolve(target.getFileName() + ".part");
    Files.writeString(half, MAPPER.writeValueAsString(results) + "\n");
    Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String text(Path file) throws InvalidResultsException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InvalidResultsException("no such results file: " + file, e);
    } catch (MalformedInputException e) {
      throw new InvalidResultsException(file + " is not UTF-8 text", e);
    } catch (AccessDeniedException e) {
      throw new InvalidResultsException(file + " cannot be read: access is denied", e);
    } catch (IOException e) {
      throw new InvalidResultsException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void requireSchema(Path file, JsonNode tree) throws InvalidResultsException {
    JsonNode schema = tree.path("schema");
    if (!schema.isInt()) {
      throw new InvalidResultsException(
          file + " is not a results file: it has no schema number", null);
    }
    if (schema.intValue() != Results.SCHEMA) {
      throw new InvalidResultsException(
          "%s has schema %d, this build reads schema %d"
              .formatted(file, schema.intValue(), Results.SCHEMA),
          null);
    }
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() != null
                        ? "." + step.getFieldName()
                        : "[" + step.getIndex() + "]")
            .collect(Collectors.joining());
    return path.isEmpty() ? "the top" : path.substring(1);
  }

  /**
   * Returns the reason in one line, without the parser's note on where the unfinished element
   * began.
   */
  private static String reason(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    int note = message.indexOf(" (start marker at ");
    return note < 0 ? message : message.substring(0, note);
  }
}
