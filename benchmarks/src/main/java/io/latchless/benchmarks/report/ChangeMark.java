package io.latchless.benchmarks.report;

import io.latchless.benchmarks.regression.ChangeVerdict;

/** A change's verdict as the report shows it. It works like {@link Mark} but has its own words. */
enum ChangeMark {
  FASTER(ChangeVerdict.FASTER, "faster", Mark.WON),
  SLOWER(ChangeVerdict.SLOWER, "slower", Mark.LOST),
  AS_BEFORE(ChangeVerdict.AS_BEFORE, "as before", Mark.TIE),
  UNDECIDED(ChangeVerdict.UNDECIDED, "undecided", Mark.UNDECIDED);

  private final ChangeVerdict verdict;
  private final String word;
  private final Mark looks;

  ChangeMark(ChangeVerdict verdict, String word, Mark looks) {
    this.verdict = verdict;
    this.word = word;
    this.looks = looks;
  }

  static ChangeMark of(ChangeVerdict verdict) {
    return switch (verdict) {
      case FASTER -> FASTER;
      case SLOWER -> SLOWER;
      case AS_BEFORE -> AS_BEFORE;
      case UNDECIDED -> UNDECIDED;
    };
  }

  ChangeVerdict verdict() {
    return verdict;
  }

  /** Returns the word for readers. */
  String word() {
    return word;
  }

  /** Writes symbol and word. Screen readers skip the symbol, as they read the word. */
  void write(Markup page) {
    page.open("span", "class", "mark " + looks.word());
    page.element("span", looks.symbol(), "class", "symbol", "aria-hidden", "true");
    page.text(" " + word).close();
  }
}
