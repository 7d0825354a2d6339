package io.latchless.benchmarks.browser;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptExecutor;

/** The body of a function that runs in the open page and returns a list of strings. */
record PageScript(String body) {
  /** Runs a body that ends with {@code return}. */
  List<String> run(JavascriptExecutor page) {
    return strings(page.executeScript(body));
  }

  /** Runs a body that may {@code await}, and waits for its result or exception. */
  List<String> runToItsEnd(JavascriptExecutor page) {
    return strings(
        page.executeAsyncScript(
            "const done = arguments[0];\n(async () => {\n"
                + body
                + "\n})().then(done, failure => done(['the check itself failed: ' + failure]));"));
  }

  private static List<String> strings(@Nullable Object returned) {
    if (returned instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new IllegalStateException("the script must return a list, it returned " + returned);
  }
}
