package io.latchless.benchmarks.browser;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openqa.selenium.WebDriver;

/** The accessibility checks of axe-core, with all of its rules. */
final class Axe {
  private static final List<String> GRAVEST_FIRST =
      List.of("critical", "serious", "moderate", "minor");

  private static final int NAMED = 3;

  private Axe() {}

  /** Returns the violations of the open page, the gravest first. */
  // The non-legacy mode opens a window for each report and takes three times as long. It serves
  // frames from other origins, which no report has.
  @SuppressWarnings("deprecation")
  static List<String> violations(WebDriver browser) {
    AxeBuilder axe = new AxeBuilder();
    axe.setLegacyMode();
    axe.setOptions("{\"resultTypes\": [\"violations\"]}");
    return axe.analyze(browser).getViolations().stream()
        .sorted(Comparator.comparingInt(rule -> GRAVEST_FIRST.indexOf(rule.getImpact())))
        .map(Axe::words)
        .toList();
  }

  private static String words(Rule rule) {
    return rule.getImpact()
        + ": "
        + rule.getId()
        + ": "
        + rule.getHelp()
        + ", in "
        + rule.getNodes().size()
        + " places, among them "
        + rule.getNodes().stream()
            .limit(NAMED)
            .map(CheckedNode::getHtml)
            .collect(Collectors.joining(" and "));
  }
}
