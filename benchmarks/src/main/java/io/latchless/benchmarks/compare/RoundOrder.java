package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * In which order the subjects of a contest take their turns. Neighbouring rounds never have the
 * same order, so that drift of the machine and the heat that a predecessor leaves fall on all
 * alike.
 *
 * @param seed the same seed gives the same orders
 */
record RoundOrder(long seed) {
  /**
   * @param contest whose subjects
   * @param round from 0
   */
  List<Subject> order(Contest contest, int round) {
    Random random = new Random(seed ^ contest.name().hashCode());
    List<Subject> order = new ArrayList<>(contest.subjects());
    for (int i = 0; i <= round; i++) {
      List<Subject> before = List.copyOf(order);
      do {
        Collections.shuffle(order, random);
      } while (i > 0 && order.size() > 1 && order.equals(before));
    }
    return order;
  }
}
