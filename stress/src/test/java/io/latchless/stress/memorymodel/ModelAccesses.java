package io.latchless.stress.memorymodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The accesses to words in the models, with their modes and the Java accesses that they model. */
final class ModelAccesses {
  /**
   * One access.
   *
   * @param at file and line
   * @param in class and method of the Java access, as in {@code Lazy.get}
   * @param call the call, as in {@code STATE.getAcquire}
   * @param weaker whether the model uses a weaker mode on purpose
   */
  record Access(
      String at, String in, String call, Mode mode, boolean readModifyWrite, boolean weaker) {}

  private static final Pattern CALL =
      Pattern.compile("\\.(get|set|compareAnd(?:Set|Exchange)|getAnd(?:Add|Set))\\(");
  private static final Pattern ACCESSOR =
      Pattern.compile("\\b\\w+(Opaque|Acquire|Release|Volatile)\\(");
  private static final Pattern DEFINITION = Pattern.compile("^ *\\w+ \\w+\\(.*\\{$");
  private static final Pattern FENCE = Pattern.compile("\\b(?:acquire|release)Fence\\(\\)");
  private static final Pattern COMMENT =
      Pattern.compile("// java: (?:none, .+|(\\w+\\.\\S+) (\\S+?)( weaker)?)$");
  private static final Pattern LAST_WORD = Pattern.compile("(\\w+)\\s*$");

  private final List<Access> accesses = new ArrayList<>();
  private final List<String> objections = new ArrayList<>();

  /**
   * Parses models.
   *
   * @param models model texts by file name
   */
  ModelAccesses(Map<String, String> models) {
    models.forEach(
        (name, text) -> {
          List<String> lines = text.lines().toList();
          for (int i = 0; i < lines.size(); i++) {
            read(name + ":" + (i + 1), lines.get(i));
          }
        });
  }

  List<Access> all() {
    return accesses;
  }

  /** Returns the lines without a remark that names their Java access. */
  List<String> objections() {
    return objections;
  }

  private void read(String at, String line) {
    int accessesHere = 0;
    Optional<Mode> mode = Optional.empty();
    boolean readModifyWrite = false;
    Matcher call = CALL.matcher(line);
    while (call.find()) {
      Optional<Mode> called = modeOf(line.substring(call.end()));
      if (called.isPresent()) {
        accessesHere++;
        mode = called;
        readModifyWrite = Mode.isReadModifyWrite(call.group(1));
      }
    }
    Matcher accessor = ACCESSOR.matcher(line);
    while (!DEFINITION.matcher(line).matches() && accessor.find()) {
      accessesHere++;
      mode = Mode.named(accessor.group(1));
    }
    if (FENCE.matcher(line).find()) {
      accessesHere++;
      mode = Optional.of(Mode.FENCE);
    }
    Matcher comment = COMMENT.matcher(line);
    boolean says = comment.find();
    if (accessesHere > 1 || (accessesHere == 1) != says) {
      objections.add(at + " has " + accessesHere + " accesses: " + line.strip());
    } else if (says && comment.group(1) != null) {
      accesses.add(
          new Access(
              at,
              comment.group(1),
              comment.group(2),
              mode.orElseThrow(),
              readModifyWrite,
              comment.group(3) != null));
    }
  }

  /**
   * Returns the mode in a call's first argument, {@code Release} or {@code twin(1) ? Opaque :
   * Release}.
   */
  private static Optional<Mode> modeOf(String arguments) {
    int depth = 0;
    int end = 0;
    while (end < arguments.length()) {
      char c = arguments.charAt(end);
      if (depth == 0 && (c == ',' || c == ')')) {
        break;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      end++;
    }
    Matcher last = LAST_WORD.matcher(arguments.substring(0, end));
    return last.find() ? Mode.named(last.group(1)) : Optional.empty();
  }
}
