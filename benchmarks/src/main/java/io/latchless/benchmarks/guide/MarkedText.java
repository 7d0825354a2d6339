package io.latchless.benchmarks.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown text with marked places. The text between {@code <!-- figures: name -->} and {@code
 * <!-- end -->} is generated; everything else is prose.
 */
public final class MarkedText {
  private static final Pattern PLACE =
      Pattern.compile("(<!-- figures: ([a-z-]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  private MarkedText() {}

  /**
   * Returns the text with every place filled again.
   *
   * @param figures returns the Markdown for a place's name
   */
  public static String filled(String text, UnaryOperator<String> figures) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    place.group(1) + figures.apply(place.group(2)) + place.group(3)));
  }

  /** Returns the names of the places, in their order. */
  static List<String> places(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(2));
    }
    return names;
  }
}
