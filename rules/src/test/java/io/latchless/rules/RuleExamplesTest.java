package io.latchless.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule reports the marked lines of its examples, and no other line. */
class RuleExamplesTest {
  private static final Pattern PLACE = Pattern.compile("\\((\\w+\\.java:\\d+)\\)$");

  @ParameterizedTest
  @EnumSource
  void isCaught(Example example) throws IOException {
    List<String> marks = Marks.in(example.caught());

    assertThat(marks).hasSizeGreaterThan(5);
    assertThat(example.findingsIn(example.caught()))
        .extracting(RuleExamplesTest::place)
        .containsExactlyInAnyOrderElementsOf(marks);
  }

  @ParameterizedTest
  @EnumSource
  void isLeftAlone(Example example) {
    assertThat(new ClassFileImporter().importPackages(example.leftAlone())).hasSizeGreaterThan(1);
    assertThat(example.findingsIn(example.leftAlone())).isEmpty();
  }

  @Test
  void everyRuleHasExamplesAndAReason() throws IllegalAccessException {
    Map<String, ArchRule> rules = PublishedRules.byName();

    assertThat(Arrays.stream(Example.values()).map(Example::rule))
        .containsExactlyInAnyOrderElementsOf(rules.values());
    assertThat(rules.values())
        .allSatisfy(rule -> assertThat(rule.getDescription()).contains(", because "));
  }

  private static String place(String finding) {
    return PLACE
        .matcher(finding)
        .results()
        .map((MatchResult place) -> place.group(1))
        .findFirst()
        .orElse(finding);
  }
}
