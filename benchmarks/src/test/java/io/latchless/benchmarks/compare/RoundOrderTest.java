package io.latchless.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundOrderTest {
  private static final Contest TWO = Contests.contest("two").build();
  private static final Contest FOUR =
      Contests.contest("four").mutex("third").peer("fourth").build();

  @Test
  void neighbouringRoundsDiffer() {
    for (Contest contest : List.of(TWO, FOUR)) {
      List<List<Subject>> orders = orders(contest, 5, 50);
      for (int i = 1; i < orders.size(); i++) {
        assertThat(orders.get(i)).isNotEqualTo(orders.get(i - 1));
      }
    }
  }

  @Test
  void everyRoundHasEverySubjectOnce() {
    assertThat(orders(FOUR, 1, 20))
        .allSatisfy(
            order -> assertThat(order).containsExactlyInAnyOrderElementsOf(FOUR.subjects()));
  }

  @Test
  void everySubjectTakesEveryPlaceAboutEquallyOften() {
    List<List<Subject>> orders = orders(FOUR, 9, 400);
    for (int place = 0; place < 4; place++) {
      int at = place;
      for (Subject subject : FOUR.subjects()) {
        assertThat(orders.stream().filter(order -> order.get(at).equals(subject)).count())
            .isBetween(60L, 140L);
      }
    }
  }

  @Test
  void seedDecides() {
    assertThat(orders(FOUR, 5, 20))
        .isEqualTo(orders(FOUR, 5, 20))
        .isNotEqualTo(orders(FOUR, 6, 20));
  }

  private static List<List<Subject>> orders(Contest contest, long seed, int rounds) {
    RoundOrder order = new RoundOrder(seed);
    return IntStream.range(0, rounds).mapToObj(round -> order.order(contest, round)).toList();
  }
}
