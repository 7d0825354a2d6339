package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Verdict;

/** A verdict as the report shows it: never by colour alone, always with a symbol and a word. */
enum Mark {
  WON("won", "▲"),
  LOST("lost", "▼"),
  TIE("tie", "="),
  UNDECIDED("undecided", "?");

  private final String word;
  private final String symbol;

  Mark(String word, String symbol) {
    this.word = word;
    this.symbol = symbol;
  }

  static Mark of(Verdict verdict) {
    return switch (verdict) {
      case BETTER -> WON;
      case WORSE -> LOST;
      case TIE -> TIE;
      case UNDECIDED -> UNDECIDED;
    };
  }

  /** Returns the word for readers, which is also the class in the style sheet. */
  String word() {
    return word;
  }

  /** Returns the sign beside the word. */
  String symbol() {
    return symbol;
  }

  /** Writes symbol and word. Screen readers skip the symbol, as they read the word. */
  void write(Markup page) {
    page.open("span", "class", "mark " + word);
    page.element("span", symbol, "class", "symbol", "aria-hidden", "true");
    page.text(" " + word).close();
  }
}
