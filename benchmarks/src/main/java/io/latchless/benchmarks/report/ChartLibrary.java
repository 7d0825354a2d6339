package io.latchless.benchmarks.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

/** D3, the chart library, as embedded in a report. */
final class ChartLibrary {
  private static final String COORDINATES = "/META-INF/maven/org.webjars.npm/d3/pom.properties";

  private ChartLibrary() {}

  /** Returns the library's licence and code as the text of a script element. */
  static String script() throws IOException {
    Properties coordinates = new Properties();
    coordinates.load(new StringReader(Template.resource(COORDINATES)));
    String home = "/META-INF/resources/webjars/d3/" + coordinates.getProperty("version");
    return "/*!\n"
        + Template.resource(home + "/LICENSE").strip().replace("*/", "* /")
        + "\n*/\n"
        + insideScript(Template.resource(home + "/dist/d3.min.js"));
  }

  /**
   * Escapes the sequences that would end or hide the element. In a script's string literals the
   * escaped forms mean the same.
   */
  static String insideScript(String code) {
    return code.replaceAll("(?i)</(script)", "<\\\\/$1").replace("<!--", "<\\!--");
  }
}
