package io.latchless.stress.jcstress;

import java.io.IOException;
import java.util.stream.Collectors;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.TestGrading;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Prints the tests that jcstress lists and the results in its binary file, graded by jcstress's own
 * classes. A separate program, because jcstress reads only the first test list on its class path.
 */
final class BlobReader {
  static final String LISTED = "listed ";
  static final String RESULT = "result ";

  private BlobReader() {}

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    TestList.tests().forEach(name -> System.out.println(LISTED + name));
    if (args.length == 0) {
      return;
    }
    InProcessCollector collector = new InProcessCollector();
    DiskReadCollector reader = new DiskReadCollector(args[0], collector);
    reader.dump();
    reader.close();
    for (TestResult result : collector.getTestResults()) {
      System.out.println(RESULT + observed(result).toLine());
    }
  }

  private static ObservedResult observed(TestResult result) {
    TestGrading grading = result.grading();
    String outcomes =
        grading.gradingResults.values().stream()
            .filter(outcome -> outcome.count > 0)
            .map(o -> "%s %dx %s (%s)".formatted(o.id, o.count, o.expect, o.description))
            .collect(Collectors.joining("; "));
    String table =
        outcomes
            + " "
            + String.join(" ", result.getMessages())
            + " "
            + String.join(" ", result.getVmErr())
            + " under "
            + String.join(" ", result.getConfig().jvmArgs);
    return new ObservedResult(
        result.getName(),
        result.status().toString(),
        grading.isPassed,
        result.getTotalCount(),
        table);
  }
}
