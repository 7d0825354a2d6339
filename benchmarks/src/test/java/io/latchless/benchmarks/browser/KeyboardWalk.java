package io.latchless.benchmarks.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/**
 * A walk through the open page by keyboard alone, from its start to its end and back. The Tab key
 * moves on, and Enter opens closed details.
 */
final class KeyboardWalk {
  /** More stops than any report has; a walk in circles ends here. */
  private static final int FARTHEST = 5_000;

  private static final String NAMES =
      """
      const name = part => {
        const words = (part.getAttribute("aria-label") ?? part.textContent).trim();
        return `<${part.tagName.toLowerCase()}> "${words.replace(/\\s+/g, " ").slice(0, 40)}"`;
      };
      """;

  private static final PageScript FORWARDS = stop("visited");
  private static final PageScript BACKWARDS = stop("revisited");

  private static final PageScript STILL_CLOSED =
      new PageScript(
          NAMES
              + """
              const stop = document.activeElement;
              return stop.parentElement.open ? [] : [name(stop) + " does not open with Enter"];
              """);

  private static final PageScript PASSED_BY =
      new PageScript(
          NAMES
              + """
              const all = [...document.querySelectorAll("a[href], area[href], button, input,"
                + " select, textarea, summary, iframe, audio[controls], video[controls],"
                + " [contenteditable], [tabindex]")]
                .filter(part => part.tabIndex >= 0 && !part.disabled
                  && part.checkVisibility({ visibilityProperty: true }));
              const faults = all.filter(part => !visited.includes(part))
                .map(part => name(part) + " is not reached");
              const inOrder = all.filter(part => visited.includes(part));
              const strayed = visited.filter(part => all.includes(part))
                .findIndex((part, i) => part !== inOrder[i]);
              if (strayed >= 0) faults.push(name(inOrder[strayed]) + " is not reached in its turn");
              return faults;
              """);

  private static final PageScript MISSED_GOING_BACK =
      new PageScript(
          NAMES
              + """
              return [...visited].reverse().filter((part, i) => part !== revisited[i])
                .map(part => name(part) + " is not reached in its turn on the way back");
              """);

  private final ChromeDriver driver;

  KeyboardWalk(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Checks the current stop and adds it to a list in the page; returns an empty list at the end of
   * the walk.
   */
  private static PageScript stop(String list) {
    return new PageScript(
        NAMES
            + "const list = window."
            + list
            + " ??= [];\n"
            + """
            const stop = document.activeElement;
            if (stop === null || stop === document.body || list.includes(stop)) return [];
            list.push(stop);
            const faults = [];
            const { outlineStyle, outlineWidth } = getComputedStyle(stop);
            // The browser's own ring is "auto", whatever its width.
            if (outlineStyle === "none"
                || (outlineStyle !== "auto" && parseFloat(outlineWidth) < 2)) {
              faults.push(name(stop) + " does not show that it has the focus");
            }
            const box = stop.getClientRects()[0];
            const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
            const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
            const top = document.elementFromPoint(x, y);
            if (top === null || !(stop.contains(top) || top.contains(stop))) {
              faults.push(name(stop) + " has the focus out of sight");
            }
            const closed = stop.matches("details:not([open]) > summary");
            return [closed ? "closed" : "", ...faults];
            """);
  }

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    walk(FORWARDS, faults, keys -> keys.sendKeys(Keys.TAB));
    faults.addAll(PASSED_BY.run(driver));
    // On the way back, parts that stick to the top of the window may cover the focused element.
    walk(BACKWARDS, faults, keys -> keys.keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT));
    faults.addAll(MISSED_GOING_BACK.run(driver));
    return faults;
  }

  private void walk(PageScript standing, List<String> faults, UnaryOperator<Actions> step) {
    for (int steps = 0; steps < FARTHEST; steps++) {
      step.apply(new Actions(driver)).perform();
      List<String> stop = standing.run(driver);
      if (stop.isEmpty()) {
        return;
      }
      faults.addAll(stop.subList(1, stop.size()));
      if (stop.get(0).equals("closed")) {
        new Actions(driver).sendKeys(Keys.ENTER).perform();
        faults.addAll(STILL_CLOSED.run(driver));
      }
    }
  }
}
