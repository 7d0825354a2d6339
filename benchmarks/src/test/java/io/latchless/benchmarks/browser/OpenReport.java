package io.latchless.benchmarks.browser;

import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/**
 * A page that is open in the browser. Each check lists its findings in words that say where they
 * are, and returns an empty list if there are none. No check knows the contents of a report, so new
 * contents are checked too.
 */
final class OpenReport {
  private final ChromeDriver driver;
  private final String address;

  OpenReport(ChromeDriver driver, String address) {
    this.driver = driver;
    this.address = address;
  }

  /**
   * Returns the errors of scripts, and everything else reported on the console since the last call.
   */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Returns the addresses other than the page's own that were requested since the last call. */
  Set<String> fetches() {
    return new Traffic(driver).besides(address);
  }

  /** Returns the number of visible charts. */
  int charts() {
    return new Charts(driver).count();
  }

  /** Scrolls through the page and returns the charts that are not drawn, or not legible. */
  List<String> chartFaults() {
    return new Charts(driver).faults();
  }

  /**
   * Returns the parts that extend beyond the sides of the window, which makes the page scroll
   * sideways.
   */
  List<String> layoutFaults() {
    return Layout.wide().run(driver);
  }

  /**
   * Returns the elements that stay in view on scrolling; on paper they would hide what is below.
   */
  List<String> stickyElements() {
    return Layout.sticky().run(driver);
  }

  /** Walks through the page with the Tab key, opening closed details, and returns the faults. */
  List<String> keyboardFaults() {
    return new KeyboardWalk(driver).faults();
  }

  /** Returns the findings of axe-core, the gravest first. */
  List<String> accessibilityFaults() {
    return Axe.violations(driver);
  }

  /** Returns the texts of the page without charts and controls; opens closed details. */
  List<String> words() {
    return Words.said().run(driver);
  }

  Colours colours() {
    return Colours.of(driver);
  }

  Printout print() {
    return Printout.of(driver);
  }

  /** Presses keys one after another, wherever the focus is. */
  void press(Keys... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Returns the focused element. */
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Returns the visible elements that match. */
  List<WebElement> visible(String selector) {
    String script =
        "return [...document.querySelectorAll(arguments[0])]"
            + ".filter(part => part.checkVisibility())";
    if (driver.executeScript(script, selector) instanceof List<?> parts) {
      return parts.stream().map(WebElement.class::cast).toList();
    }
    throw new IllegalStateException("no list of what matches " + selector);
  }
}
