package io.latchless.stress.memorymodel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The accesses without a model, each with a reason. */
final class NotModelled {
  private static final Pattern ENTRY = Pattern.compile("(\\w+)\\.(\\S+) (\\S+): (.+)");

  private static final class Entry {
    final String line;
    final String type;
    final String method;
    final String call;
    boolean used;

    Entry(String line, Matcher parts) {
      this.line = line;
      type = parts.group(1);
      method = parts.group(2);
      call = parts.group(3);
    }

    boolean covers(JavaAccesses.Access access) {
      return (method.equals("*")
              ? access.in().startsWith(type + ".")
              : access.in().equals(type + "." + method))
          && (call.equals("*") || call.equals(access.call()));
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> objections = new ArrayList<>();

  /**
   * Parses lines such as {@code Lazy.get STATE.getAcquire: the reason}; either part may be a star.
   */
  NotModelled(List<String> lines) {
    for (String line : lines) {
      Matcher parts = ENTRY.matcher(line);
      if (parts.matches()) {
        entries.add(new Entry(line, parts));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        objections.add("not an entry: " + line);
      }
    }
  }

  boolean covers(JavaAccesses.Access access) {
    boolean covered = false;
    for (Entry entry : entries) {
      if (entry.covers(access)) {
        entry.used = true;
        covered = true;
      }
    }
    return covered;
  }

  /** Returns the entries that are malformed or cover no access. */
  List<String> objections() {
    List<String> all = new ArrayList<>(objections);
    for (Entry entry : entries) {
      if (!entry.used) {
        all.add("covers nothing that is not modelled: " + entry.line);
      }
    }
    return all;
  }
}
