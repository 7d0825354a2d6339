package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Determines the order of the subjects within a round. Neighbouring rounds never have the same
 * order, so that drift of the machine, and the heat left by the previous fork, affect all subjects
 * alike.
 *
 * @param seed the seed; equal seeds give equal orders
 */
record RoundOrder(long seed) {
  /**
   * @param contest the contest
   * @param round the round, counted from 0
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
