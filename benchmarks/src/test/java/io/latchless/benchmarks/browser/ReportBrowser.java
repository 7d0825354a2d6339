package io.latchless.benchmarks.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium without a network that opens pages from files. Starting it takes a second or
 * two, so a class of tests shares one. Each page is loaded afresh, independent of the page before.
 */
final class ReportBrowser implements AutoCloseable {
  private static final int HEIGHT = 900;

  /** The driver adds a temporary profile of its own. */
  private static final List<String> SWITCHES =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--host-resolver-rules=MAP * ~NOTFOUND");

  /**
   * This logger warns about missing classes for this Chromium's protocol; commands by name need
   * none.
   */
  private static final Logger PROTOCOL = Logger.getLogger("org.openqa.selenium.devtools");

  private final ChromeDriver driver;

  private ReportBrowser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts the browser.
   *
   * @throws IllegalStateException if browser or driver is not installed; nothing is downloaded
   */
  static ReportBrowser start() {
    Path chromium = program("browser.chromium", "/usr/bin/chromium");
    Path chromedriver = program("browser.chromedriver", "/usr/bin/chromedriver");
    PROTOCOL.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(SWITCHES);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service = ChromeDriverService.createDefaultService();
    service.setExecutable(chromedriver.toString());
    return new ReportBrowser(new ChromeDriver(service, options));
  }

  private static Path program(String property, String usual) {
    Path program = Path.of(System.getProperty(property, usual));
    if (!Files.isExecutable(program)) {
      throw new IllegalStateException(
          "the browser tests need "
              + program
              + ", which is missing: on Debian, apt-get install chromium chromium-driver;"
              + " elsewhere, set -D"
              + property
              + "=PATH");
    }
    return program;
  }

  /** Opens a page as on a desktop. */
  OpenReport open(Path page) {
    return open(page, View.WIDE);
  }

  OpenReport open(Path page, View view) {
    tell("Emulation.setScriptExecutionDisabled", Map.of("value", !view.scripts()));
    tell(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", view.width(), "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    // As on a phone and on paper, without a scroll bar, so that the page has the full width.
    tell("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    tell(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            view.paper() ? "print" : "",
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", view.dark() ? "dark" : "light"))));
    OpenReport report = new OpenReport(driver, page.toUri().toString());
    // Entries left in the log are about the page before.
    report.errors();
    report.fetches();
    driver.get(page.toUri().toString());
    return report;
  }

  private void tell(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
