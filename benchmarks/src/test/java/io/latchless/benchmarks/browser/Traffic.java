package io.latchless.benchmarks.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.Set;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The requests of the open page, from the records of the browser and of the page. */
final class Traffic {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final PageScript RESOURCES =
      new PageScript("return performance.getEntriesByType('resource').map(entry => entry.name);");

  private final ChromeDriver driver;

  Traffic(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Returns all addresses except that of the page itself and data addresses. */
  Set<String> besides(String page) {
    Set<String> addresses = new LinkedHashSet<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode event = event(entry.getMessage());
      switch (event.path("method").asText()) {
        case "Network.requestWillBeSent" -> addresses.add(event.at("/params/request/url").asText());
        case "Network.webSocketCreated", "Network.webTransportCreated" ->
            addresses.add(event.at("/params/url").asText());
        default -> {}
      }
    }
    addresses.addAll(RESOURCES.run(driver));
    addresses.removeIf(address -> address.equals(page) || address.startsWith("data:"));
    return addresses;
  }

  private static JsonNode event(String message) {
    try {
      return MAPPER.readTree(message).path("message");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an event of the browser: " + message, e);
    }
  }
}
