package io.latchless.stress.houserules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseRulesTest {
  private static final String ROOT = "io.latchless";
  private static final String EXAMPLES = HouseRulesTest.class.getPackageName() + ".bad.";
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT)
          .that(
              not(
                  resideInAnyPackage(
                      ROOT + ".benchmarks..", ROOT + ".rules..", ROOT + ".stress..")));

  @Test
  void thereIsALibraryToCheck() {
    assertThat(LIBRARY.that(resideInAPackage(ROOT + ".primitives..")))
        .as("classes of the module that every other one needs")
        .isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theLibraryKeeps(HouseRule rule) {
    rule.below(ROOT).check(LIBRARY);
  }

  /** The violator of rule A_B lives in package bad.ab; a rule without one fails here. */
  @ParameterizedTest
  @EnumSource(
      names = {"NO_UNSAFE", "NO_INTERNALS"},
      mode = EnumSource.Mode.EXCLUDE)
  void anExampleBreaks(HouseRule rule) {
    String root = exampleOf(rule);

    EvaluationResult result =
        rule.below(root).evaluate(new ClassFileImporter().importPackages(root));

    assertThat(result.hasViolation()).as("%s reports what is in %s", rule, root).isTrue();
    assertThat(result.getFailureReport().toString())
        .as("the report of %s names the violator, and no other class", rule)
        .contains("Violator")
        .doesNotContain("Innocent");
  }

  @Test
  void anExampleHasARule() {
    Set<String> rules =
        Arrays.stream(HouseRule.values())
            .map(HouseRulesTest::exampleOf)
            .collect(Collectors.toSet());
    assertThat(new ClassFileImporter().importPackages(HouseRulesTest.class.getPackageName()))
        .extracting(JavaClass::getPackageName)
        .filteredOn(name -> name.startsWith(EXAMPLES))
        .isNotEmpty()
        .allMatch(name -> rules.stream().anyMatch(rule -> (name + ".").startsWith(rule + ".")));
  }

  private static String exampleOf(HouseRule rule) {
    return EXAMPLES + rule.name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  @Test
  void aFieldOfTypeUnsafeBreaksNoUnsafe(@TempDir Path directory) throws IOException {
    assertFieldIsReported(HouseRule.NO_UNSAFE, "Lsun/misc/Unsafe;", directory);
  }

  @Test
  void aFieldOfAnInternalTypeBreaksNoInternals(@TempDir Path directory) throws IOException {
    assertFieldIsReported(HouseRule.NO_INTERNALS, "Ljdk/internal/misc/VM;", directory);
  }

  private static void assertFieldIsReported(HouseRule rule, String descriptor, Path directory)
      throws IOException {
    GeneratedViolators.writeField(directory, descriptor);

    EvaluationResult result =
        rule.below("generated").evaluate(new ClassFileImporter().importPath(directory));

    assertThat(result.getFailureReport().toString())
        .as("%s reports a field of type %s", rule, descriptor)
        .contains("generated.Violator.field");
  }

  @Test
  void bothKindsOfMonitorAreSeen() {
    String root = EXAMPLES + "nomonitors";

    EvaluationResult result =
        HouseRule.NO_MONITORS.below(root).evaluate(new ClassFileImporter().importPackages(root));

    assertThat(result.getFailureReport().getDetails())
        .as("a synchronized method and a synchronized block")
        .anyMatch(detail -> detail.endsWith("method is synchronized"))
        .anyMatch(detail -> detail.endsWith("block has a synchronized block"));
  }
}
