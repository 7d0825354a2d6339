package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import java.util.Locale;

/** A verdict as the report shows it: never by colour alone, always with a symbol and a word. */
enum Mark {
  WON("won", "▲"),
  LOST("lost", "▼"),
  TIE("tie", "="),

  /** A tie only because the rounds vary too much to tell. */
  NOISY("too noisy", "≈"),
  UNDECIDED("undecided", "?");

  private final String word;
  private final String symbol;

  Mark(String word, String symbol) {
    this.word = word;
    this.symbol = symbol;
  }

  static Mark of(Comparison comparison) {
    return switch (comparison.verdict()) {
      case BETTER -> WON;
      case WORSE -> LOST;
      case TIE -> Sentences.tooNoisy(comparison) ? NOISY : TIE;
      case UNDECIDED -> UNDECIDED;
    };
  }

  /** Returns the word for readers. */
  String word() {
    return word;
  }

  /** Returns the class in the style sheet. */
  String style() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the sign beside the word. */
  String symbol() {
    return symbol;
  }

  /** Writes symbol and word. Screen readers skip the symbol, as they read the word. */
  void write(Markup page) {
    page.open("span", "class", "mark " + style());
    page.element("span", symbol, "class", "symbol", "aria-hidden", "true");
    page.text(" " + word).close();
  }
}
