package io.latchless.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import junit.framework.TestCase;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicTest;

/** Runs the suites that guava-testlib builds, with each case as a test of its own. */
public final class GuavaSuite {
  private GuavaSuite() {}

  /** Returns the tests of a suite. */
  public static Stream<DynamicTest> tests(TestSuite suite) {
    List<TestCase> cases = new ArrayList<>();
    collect(suite, cases);
    assertThat(cases).hasSizeGreaterThan(20);
    return cases.stream().map(each -> DynamicTest.dynamicTest(each.toString(), () -> run(each)));
  }

  private static void collect(TestSuite suite, List<TestCase> cases) {
    Collections.list(suite.tests())
        .forEach(
            test -> {
              if (test instanceof TestSuite inner) {
                collect(inner, cases);
              } else {
                cases.add((TestCase) test);
              }
            });
  }

  private static void run(TestCase each) throws Throwable {
    TestResult result = new TestResult();
    each.run(result);
    for (TestFailure failure :
        Stream.of(result.failures(), result.errors())
            .flatMap(failures -> Collections.list(failures).stream())
            .toList()) {
      throw failure.thrownException();
    }
  }
}
