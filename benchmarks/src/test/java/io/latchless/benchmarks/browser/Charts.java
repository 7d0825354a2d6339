package io.latchless.benchmarks.browser;

import java.util.List;
import org.openqa.selenium.JavascriptExecutor;

/** The charts of the open page: every visible element of class {@code plot}. */
final class Charts {
  private static final String PLOTS =
      """
      const plots = [...document.querySelectorAll(".plot")].filter(plot => plot.checkVisibility());
      const name = plot => `chart ${plots.indexOf(plot) + 1} of ${plots.length}`
        + ` (${plot.dataset.chart}, "${(plot.getAttribute("aria-label") ?? "").slice(0, 60)}")`;
      """;

  private static final PageScript NAMES = new PageScript(PLOTS + "return plots.map(name);");

  /**
   * A chart is drawn when it comes near. The script therefore scrolls through the page window by
   * window, with a frame at each stop, and with a limited number of further frames for late charts.
   */
  private static final PageScript UNDRAWN =
      new PageScript(
          PLOTS
              + """
              const frame = () => new Promise(requestAnimationFrame);
              const drawn = plot => [...plot.querySelectorAll("svg")].some(svg =>
                [...svg.querySelectorAll("path, line, circle, rect, polyline, polygon, text")]
                  .map(mark => mark.getBoundingClientRect())
                  .some(box => box.width > 0 || box.height > 0));
              const inView = plot => {
                const box = plot.getBoundingClientRect();
                return box.bottom > 0 && box.top < innerHeight;
              };
              let patience = 60;
              for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
                scrollTo(0, y);
                await frame();
                while (!plots.filter(inView).every(drawn) && patience-- > 0) await frame();
              }
              scrollTo(0, 0);
              return plots.filter(plot => !drawn(plot)).map(plot => name(plot) + " is not drawn");
              """);

  private static final PageScript ILLEGIBLE =
      new PageScript(
          PLOTS
              + Colours.CONTRAST
              + """
              const faults = [];
              for (const plot of plots) {
                const texts = [...plot.querySelectorAll("svg text")]
                  .filter(text => text.textContent.trim() !== "")
                  .map(text => ({
                    text: text.textContent,
                    fill: getComputedStyle(text).fill,
                    box: text.getBoundingClientRect(),
                  }));
                for (const { text, fill } of texts) {
                  const reached = contrast(fill, background);
                  if (reached < 4.5) {
                    faults.push(`${name(plot)}: "${text}" has a contrast of ${reached.toFixed(2)}`);
                  }
                }
                texts.forEach(({ text, box }, i) => texts.slice(i + 1).forEach(other => {
                  const wide = Math.min(box.right, other.box.right)
                    - Math.max(box.left, other.box.left);
                  const high = Math.min(box.bottom, other.box.bottom)
                    - Math.max(box.top, other.box.top);
                  if (wide > 1 && high > 4) {
                    faults.push(`${name(plot)}: "${text}" and "${other.text}" overlap`);
                  }
                }));
              }
              return faults;
              """);

  private final JavascriptExecutor page;

  Charts(JavascriptExecutor page) {
    this.page = page;
  }

  int count() {
    return NAMES.run(page).size();
  }

  List<String> faults() {
    List<String> undrawn = UNDRAWN.runToItsEnd(page);
    return undrawn.isEmpty() ? ILLEGIBLE.run(page) : undrawn;
  }
}
