package io.latchless.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuiteTest {
  private static final Suite SUITE = Suite.load();

  @Test
  void findsCatalogues() {
    assertThat(names("*"))
        .containsSubsequence("demo/counter/increment-2-threads", "demo/counter/increment-1-thread")
        .contains("primitives/atomic-status/check-1-thread");
  }

  @Test
  void starMatchesAcrossSlashes() {
    assertThat(names("demo*thread")).containsExactly("demo/counter/increment-1-thread");
  }

  @Test
  void questionMarkMatchesOneCharacter() {
    assertThat(names("demo/counter/increment-?-thread")).hasSize(1);
    assertThat(names("demo/counter/increment-??-thread")).isEmpty();
  }

  @Test
  void patternIsNoRegularExpressionAndMatchesTheWholeName() {
    assertThat(names("demo.counter.increment-1-thread")).isEmpty();
    assertThat(names("counter")).isEmpty();
    assertThat(names("[")).isEmpty();
  }

  @Test
  void refusesTwoContestsOfOneName() {
    List<Contest> twice =
        Stream.of(SUITE, SUITE).flatMap(suite -> suite.contests().stream()).toList();
    assertThatThrownBy(() -> new Suite(twice))
        .isInstanceOf(InvalidContestException.class)
        .hasMessage("contest \"demo/counter/increment-2-threads\": two contests have this name");
  }

  private static List<String> names(String glob) {
    return SUITE.matching(glob).contests().stream().map(Contest::name).toList();
  }
}
