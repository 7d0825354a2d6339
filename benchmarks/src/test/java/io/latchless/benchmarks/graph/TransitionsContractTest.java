package io.latchless.benchmarks.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.workload.Door;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every transition table gives the same answers as ours. */
class TransitionsContractTest {
  @ParameterizedTest
  @FieldSource("io.latchless.benchmarks.graph.TransitionTables#NAMES")
  void answersAsTheGraph(String name) {
    Transitions<Door> table = TransitionTables.create(name, Door.SHUT, Door.TRANSITIONS);

    for (Door from : Door.values()) {
      assertThat(table.isTerminal(from)).isEqualTo(from == Door.WALLED_UP);
      for (Door to : Door.values()) {
        assertThat(table.allows(from, to)).isEqualTo(Door.GRAPH.allows(from, to));
        assertThat(table.canReach(from, to)).isEqualTo(from != Door.WALLED_UP);
      }
    }
  }
}
