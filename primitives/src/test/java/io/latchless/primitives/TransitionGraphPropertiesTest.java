package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares random graphs with sets and a breadth-first search. */
class TransitionGraphPropertiesTest {
  enum Node {
    A,
    B,
    C,
    D,
    E,
    F
  }

  @Provide
  Arbitrary<Map<Node, Set<Node>>> tables() {
    Arbitrary<Set<Node>> successors = Arbitraries.of(Node.class).set().ofMaxSize(4);
    return Arbitraries.maps(Arbitraries.of(Node.class), successors).ofMinSize(3);
  }

  @Property(tries = 1_000)
  void answersOrRefusesAsTheModelDoes(
      @ForAll Node initial, @ForAll("tables") Map<Node, Set<Node>> table) {
    if (isLegal(initial, table)) {
      assertAnswersAsTheModel(initial, table);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TransitionGraph.of(initial, table))
          .withMessageContaining("initial state " + initial);
    }
  }

  private static void assertAnswersAsTheModel(Node initial, Map<Node, Set<Node>> table) {
    TransitionGraph<Node> graph = TransitionGraph.of(initial, table);
    assertThat(graph.initial()).isEqualTo(initial);
    Set<Node> terminals = EnumSet.noneOf(Node.class);
    for (Node from : Node.values()) {
      Set<Node> successors = table.getOrDefault(from, Set.of());
      assertThat(graph.successors(from)).isEqualTo(successors);
      assertThat(graph.isTerminal(from)).isEqualTo(successors.isEmpty());
      if (successors.isEmpty()) {
        terminals.add(from);
      }
      Set<Node> reachable = reachableFrom(from, table);
      for (Node to : Node.values()) {
        assertThat(graph.allows(from, to)).isEqualTo(successors.contains(to));
        assertThat(graph.canReach(from, to)).isEqualTo(reachable.contains(to));
      }
    }
    assertThat(graph.terminals()).isEqualTo(terminals);
  }

  @Property(tries = 200)
  void aStatusFollowsTheModelForEver(
      @ForAll Node initial, @ForAll("tables") Map<Node, Set<Node>> table, @ForAll Node[] wishes) {
    Map<Node, Set<Node>> connected = new EnumMap<>(Node.class);
    connected.putAll(table);
    connected.put(initial, EnumSet.allOf(Node.class));
    AtomicStatus<Node> status = new AtomicStatus<>(TransitionGraph.of(initial, connected));
    Node model = initial;
    long version = 0;
    for (Node wish : wishes) {
      boolean legal = connected.getOrDefault(model, Set.of()).contains(wish);
      assertThat(status.transitionIfAllowed(wish)).isEqualTo(legal);
      model = legal ? wish : model;
      version += legal ? 1 : 0;
      assertThat(status.get()).isEqualTo(model);
      assertThat(status.version()).isEqualTo(version);
    }
  }

  private static boolean isLegal(Node initial, Map<Node, Set<Node>> table) {
    Set<Node> reached = reachableFrom(initial, table);
    boolean leaves = !reached.isEmpty();
    reached.add(initial);
    return leaves && reached.size() == Node.values().length;
  }

  private static Set<Node> reachableFrom(Node from, Map<Node, Set<Node>> table) {
    Set<Node> reached = EnumSet.noneOf(Node.class);
    Deque<Node> open = new ArrayDeque<>(table.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      Node next = open.remove();
      if (reached.add(next)) {
        open.addAll(table.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }
}
