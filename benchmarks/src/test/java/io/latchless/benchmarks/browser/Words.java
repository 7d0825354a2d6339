package io.latchless.benchmarks.browser;

/** The words and tables of a page, without charts and controls. */
final class Words {
  private static final PageScript SAID =
      new PageScript(
          """
          document.querySelectorAll("details").forEach(part => part.open = true);
          return [...document.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, caption, th, td,"
            + " summary")]
            .filter(part => !part.closest("figure, form, .plot, .axis, [role=status]"))
            .filter(part => part.checkVisibility())
            .map(part => part.innerText.trim())
            .filter(words => words !== "");
          """);

  private Words() {}

  static PageScript said() {
    return SAID;
  }
}
