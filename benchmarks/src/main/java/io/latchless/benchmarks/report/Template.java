package io.latchless.benchmarks.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with {@code {{named}}} gaps. All gaps are filled in one pass, so the filled-in text may
 * itself contain braces.
 */
final class Template {
  private static final Pattern GAP = Pattern.compile("\\{\\{([a-z]+)}}");

  private final String page;

  Template(String page) {
    this.page = page;
  }

  /** Reads a resource by its name relative to this class, or by an absolute name. */
  static String resource(String name) throws IOException {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  String fill(Map<String, String> parts) {
    return GAP.matcher(page).replaceAll(gap -> Matcher.quoteReplacement(part(gap, parts)));
  }

  private static String part(MatchResult gap, Map<String, String> parts) {
    String part = parts.get(gap.group(1));
    if (part == null) {
      throw new IllegalArgumentException("no text to fill " + gap.group() + " with");
    }
    return part;
  }
}
