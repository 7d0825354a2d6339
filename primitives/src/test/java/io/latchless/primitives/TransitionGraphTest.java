package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // passes null on purpose
class TransitionGraphTest {
  private enum Lone {
    ONLY
  }

  private enum Fancy {
    PLAIN,
    WITH_BODY {
      @Override
      String colour() {
        return "red";
      }
    };

    String colour() {
      return "grey";
    }
  }

  // spotless:off
  enum SixtyFour {
    A00,
    A01,
    A02,
    A03,
    A04,
    A05,
    A06,
    A07,
    A10,
    A11,
    A12,
    A13,
    A14,
    A15,
    A16,
    A17,
    A20,
    A21,
    A22,
    A23,
    A24,
    A25,
    A26,
    A27,
    A30,
    A31,
    A32,
    A33,
    A34,
    A35,
    A36,
    A37,
    A40,
    A41,
    A42,
    A43,
    A44,
    A45,
    A46,
    A47,
    A50,
    A51,
    A52,
    A53,
    A54,
    A55,
    A56,
    A57,
    A60,
    A61,
    A62,
    A63,
    A64,
    A65,
    A66,
    A67,
    A70,
    A71,
    A72,
    A73,
    A74,
    A75,
    A76,
    A77
  }

  private enum SixtyFive {
    A00,
    A01,
    A02,
    A03,
    A04,
    A05,
    A06,
    A07,
    A10,
    A11,
    A12,
    A13,
    A14,
    A15,
    A16,
    A17,
    A20,
    A21,
    A22,
    A23,
    A24,
    A25,
    A26,
    A27,
    A30,
    A31,
    A32,
    A33,
    A34,
    A35,
    A36,
    A37,
    A40,
    A41,
    A42,
    A43,
    A44,
    A45,
    A46,
    A47,
    A50,
    A51,
    A52,
    A53,
    A54,
    A55,
    A56,
    A57,
    A60,
    A61,
    A62,
    A63,
    A64,
    A65,
    A66,
    A67,
    A70,
    A71,
    A72,
    A73,
    A74,
    A75,
    A76,
    A77,
    ONE_TOO_MANY
  }

  // spotless:on

  @Test
  void allowsWhatItWasToldAndNothingElse() {
    assertThat(Door.DOORS.initial()).isEqualTo(Door.SHUT);
    assertThat(Door.DOORS.successors(Door.SHUT)).containsExactly(Door.OPEN, Door.LOCKED);
    assertThat(Door.DOORS.successors(Door.OPEN)).containsExactly(Door.SHUT, Door.BROKEN);
    assertThat(Door.DOORS.successors(Door.LOCKED)).containsExactly(Door.SHUT);
    assertThat(Door.DOORS.successors(Door.BROKEN)).isEmpty();
    assertThat(Door.DOORS.allows(Door.SHUT, Door.OPEN)).isTrue();
    assertThat(Door.DOORS.allows(Door.SHUT, Door.SHUT)).isFalse();
    assertThat(Door.DOORS.terminals()).containsExactly(Door.BROKEN);
    assertThat(Door.DOORS.isTerminal(Door.BROKEN)).isTrue();
    assertThat(Door.DOORS.isTerminal(Door.OPEN)).isFalse();
  }

  @Test
  void reachesOverSeveralStepsButATerminalStateReachesNothing() {
    assertThat(Door.DOORS.canReach(Door.LOCKED, Door.BROKEN)).isTrue();
    assertThat(Door.DOORS.canReach(Door.SHUT, Door.SHUT)).as("round a cycle").isTrue();
    assertThat(Door.DOORS.canReach(Door.BROKEN, Door.BROKEN)).as("no step at all").isFalse();
    assertThat(Door.DOORS.canReach(Door.BROKEN, Door.SHUT)).isFalse();
  }

  @Test
  void setsCannotBeChanged() {
    Set<Door> successors = Door.DOORS.successors(Door.SHUT);
    assertThatThrownBy(successors::clear).isInstanceOf(UnsupportedOperationException.class);
    Set<Door> terminals = Door.DOORS.terminals();
    assertThatThrownBy(terminals::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void printsOneLineAStateWithTheInitialOneFirst() {
    TransitionGraph<Door> graph =
        TransitionGraph.startingAt(Door.OPEN)
            .allow(Door.OPEN, Door.SHUT, Door.BROKEN)
            .allow(Door.SHUT, Door.LOCKED)
            .build();
    assertThat(graph)
        .hasToString(
            "OPEN -> [SHUT, BROKEN]\nSHUT -> [LOCKED]\nLOCKED (terminal)\nBROKEN (terminal)");
  }

  @Test
  void ofBuildsTheSameAsTheBuilder() {
    Map<Door, Set<Door>> table = new EnumMap<>(Door.class);
    table.put(Door.SHUT, EnumSet.of(Door.OPEN, Door.LOCKED));
    table.put(Door.OPEN, EnumSet.of(Door.SHUT, Door.BROKEN));
    table.put(Door.LOCKED, EnumSet.of(Door.SHUT));
    table.put(Door.BROKEN, EnumSet.noneOf(Door.class));
    assertThat(TransitionGraph.of(Door.SHUT, table)).hasToString(Door.DOORS.toString());
  }

  @Test
  void doesNotChangeWithItsBuilder() {
    TransitionGraph.Builder<Door> builder =
        TransitionGraph.startingAt(Door.SHUT).allow(Door.SHUT, Door.OPEN, Door.LOCKED, Door.BROKEN);
    TransitionGraph<Door> before = builder.build();
    TransitionGraph<Door> after = builder.allow(Door.OPEN, Door.SHUT).build();
    assertThat(before.allows(Door.OPEN, Door.SHUT)).isFalse();
    assertThat(before.canReach(Door.OPEN, Door.SHUT)).isFalse();
    assertThat(after.allows(Door.OPEN, Door.SHUT)).isTrue();
  }

  @Test
  void refusesAnEmptyGraph() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransitionGraph.startingAt(Door.SHUT).build())
        .withMessage("transitions of Door: none leaves the initial state SHUT, at least one must");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransitionGraph.of(Door.SHUT, Map.of()))
        .withMessageStartingWith("transitions of Door: none leaves the initial state SHUT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransitionGraph.startingAt(Lone.ONLY).build());
  }

  @Test
  void refusesAnUnreachableState() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TransitionGraph.startingAt(Door.SHUT)
                    .allow(Door.SHUT, Door.OPEN, Door.LOCKED)
                    .allow(Door.BROKEN, Door.SHUT)
                    .build())
        .withMessage(
            "transitions of Door: BROKEN cannot be reached from the initial state SHUT, every"
                + " state must");
  }

  @Test
  void aSingleStateMayFollowItself() {
    TransitionGraph<Lone> graph =
        TransitionGraph.startingAt(Lone.ONLY).allow(Lone.ONLY, Lone.ONLY).build();
    assertThat(graph.canReach(Lone.ONLY, Lone.ONLY)).isTrue();
    assertThat(graph.terminals()).isEmpty();
  }

  @Test
  void takesConstantsWithBodies() {
    TransitionGraph<Fancy> graph =
        TransitionGraph.startingAt(Fancy.WITH_BODY).allow(Fancy.WITH_BODY, Fancy.PLAIN).build();
    assertThat(graph.terminals()).containsExactly(Fancy.PLAIN);
    assertThat(graph.initial().colour()).isEqualTo("red");
  }

  @Test
  void takesSixtyFourStatesAndRefusesOneMore() {
    TransitionGraph.Builder<SixtyFour> ring = TransitionGraph.startingAt(SixtyFour.A00);
    SixtyFour[] all = SixtyFour.values();
    for (int i = 0; i < all.length; i++) {
      ring.allow(all[i], all[(i + 1) % all.length]);
    }
    TransitionGraph<SixtyFour> graph = ring.build();
    assertThat(graph.allows(SixtyFour.A77, SixtyFour.A00)).isTrue();
    assertThat(graph.allows(SixtyFour.A00, SixtyFour.A77)).isFalse();
    assertThat(graph.canReach(SixtyFour.A00, SixtyFour.A77)).isTrue();
    assertThat(graph.successors(SixtyFour.A76)).containsExactly(SixtyFour.A77);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransitionGraph.startingAt(SixtyFive.ONE_TOO_MANY))
        .withMessage(
            "initial: %s has 65 constants, at most 64 are possible", SixtyFive.class.getName());
  }

  @Test
  void refusesNullWithinATable() {
    Map<Door, Set<Door>> noSet = new HashMap<>();
    noSet.put(Door.SHUT, null);
    assertThatThrownBy(() -> TransitionGraph.of(Door.SHUT, noSet))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("transitions of SHUT");
    Map<Door, Set<Door>> noKey = new HashMap<>();
    noKey.put(null, Set.of(Door.OPEN));
    assertThatThrownBy(() -> TransitionGraph.of(Door.SHUT, noKey))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("from");
  }

  @Test
  void aRefusedNullLeavesTheBuilderAsItWas() {
    TransitionGraph.Builder<Door> builder = TransitionGraph.startingAt(Door.SHUT);
    for (Door[] more : List.of(new Door[] {Door.OPEN, null}, new Door[] {null})) {
      assertThatThrownBy(() -> builder.allow(Door.SHUT, Door.LOCKED, more))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("more");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageContaining("none leaves the initial state");
  }
}
