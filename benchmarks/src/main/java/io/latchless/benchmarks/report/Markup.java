package io.latchless.benchmarks.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Builds HTML. All data passes through {@link #text} or an attribute's value and is escaped there.
 * {@link #close} knows which element is open. A page is therefore well formed for any names of its
 * subjects.
 */
final class Markup {
  /** The elements that start a line, to keep the page's source readable. */
  private static final Set<String> BLOCKS =
      Set.of("section", "article", "table", "tr", "ul", "ol", "li", "p", "h2", "h3", "h4", "dl");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are alternating names and values. */
  Markup open(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException(
          "attributes has "
              + attributes.length
              + " entries, but must be alternating names and"
              + " values");
    }
    if (BLOCKS.contains(tag)) {
      out.append('\n');
    }
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Writes an element that has no end tag, such as an input. */
  Markup single(String tag, String... attributes) {
    open(tag, attributes);
    open.pop();
    return this;
  }

  /** Closes the last opened element. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** Writes an element that holds only text. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Returns the finished markup. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
