package io.latchless.benchmarks.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

/** D3, the chart library, as it stands inside a report. */
final class ChartLibrary {
  private static final String COORDINATES = "/META-INF/maven/org.webjars.npm/d3/pom.properties";

  private ChartLibrary() {}

  /** The library's licence, then its code, as the text of a script element. */
  static String script() throws IOException {
    Properties coordinates = new Properties();
    coordinates.load(new StringReader(Template.resource(COORDINATES)));
    String home = "/META-INF/resources/webjars/d3/" + coordinates.getProperty("version");
    return "/*!\n"
        + Template.resource(home + "/LICENSE").strip().replace("*/", "* /")
        + "\n*/\n"
        + insideScript(Template.resource(home + "/dist/d3.min.js"));
  }

  /** In a script's string literals both read the same, but neither ends or hides an element. */
  static String insideScript(String code) {
    return code.replaceAll("(?i)</(script)", "<\\\\/$1").replace("<!--", "<\\!--");
  }
}
