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
 * A page that is open in the browser. Each check lists the faults that it found, each in words that
 * say where, and an empty list if there are none. No check knows what a report holds: what is added
 * to one is checked too.
 */
final class OpenReport {
  private final ChromeDriver driver;
  private final String address;

  OpenReport(ChromeDriver driver, String address) {
    this.driver = driver;
    this.address = address;
  }

  /** Errors of scripts, and whatever else was reported on the console since the last look. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Addresses other than the page's own that were asked for since the last look. */
  Set<String> fetches() {
    return new Traffic(driver).besides(address);
  }

  /** How many charts there are to be seen. */
  int charts() {
    return new Charts(driver).count();
  }

  /** Scrolls through the page and tells of charts that are not drawn, or not legible. */
  List<String> chartFaults() {
    return new Charts(driver).faults();
  }

  /** Whatever reaches over the sides of the window, which makes the page scroll sideways. */
  List<String> layoutFaults() {
    return Layout.wide().run(driver);
  }

  /** Elements that stay in view when the page is scrolled, which on paper hide what is below. */
  List<String> stickyElements() {
    return Layout.sticky().run(driver);
  }

  /** Walks through the page with the tabulator key, opening what is closed. */
  List<String> keyboardFaults() {
    return new KeyboardWalk(driver).faults();
  }

  /** What axe-core has to say, the gravest first. */
  List<String> accessibilityFaults() {
    return Axe.violations(driver);
  }

  /** What the page says besides charts and controls; opens what is closed. */
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

  /** What has the focus. */
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** The elements that match and can be seen. */
  List<WebElement> visible(String selector) {
    String script =
        "return [...document.querySelectorAll(arguments[0])].filter(part => part.checkVisibility())";
    if (driver.executeScript(script, selector) instanceof List<?> parts) {
      return parts.stream().map(WebElement.class::cast).toList();
    }
    throw new IllegalStateException("no list of what matches " + selector);
  }
}
