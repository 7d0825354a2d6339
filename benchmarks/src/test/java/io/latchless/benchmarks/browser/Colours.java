package io.latchless.benchmarks.browser;

import org.openqa.selenium.JavascriptExecutor;

/**
 * The brightness of a page's background and text.
 *
 * @param paper the relative luminance of the background, from 0 for black to 1 for white
 * @param ink the relative luminance of the text
 */
record Colours(double paper, double ink) {
  /** Relative luminance and contrast as defined by WCAG 2. */
  static final String CONTRAST =
      """
      const luminance = colour => {
        const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number)
          .map(value => value / 255)
          .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const contrast = (one, other) => {
        const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
      };
      const background = getComputedStyle(document.documentElement).backgroundColor;
      """;

  private static final PageScript SEEN =
      new PageScript(
          CONTRAST + "return [background, getComputedStyle(document.body).color].map(luminance);");

  static Colours of(JavascriptExecutor page) {
    var seen = SEEN.run(page).stream().map(Double::valueOf).toList();
    return new Colours(seen.get(0), seen.get(1));
  }
}
