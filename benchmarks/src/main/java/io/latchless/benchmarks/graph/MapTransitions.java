package io.latchless.benchmarks.graph;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A map from each state to the set of its successors, filled once. */
@SuppressWarnings("NullAway") // every state has an entry
class MapTransitions<S extends Enum<S>> implements Transitions<S> {
  private final EnumMap<S, EnumSet<S>> successors;
  private final EnumMap<S, EnumSet<S>> reachable;

  MapTransitions(Class<S> states, Map<S, ? extends Set<S>> transitions) {
    successors = new EnumMap<>(states);
    reachable = new EnumMap<>(states);
    for (S state : states.getEnumConstants()) {
      EnumSet<S> direct = EnumSet.noneOf(states);
      direct.addAll(transitions.containsKey(state) ? transitions.get(state) : Set.of());
      successors.put(state, direct);
      reachable.put(state, EnumSet.copyOf(direct));
    }
    for (S via : states.getEnumConstants()) {
      for (EnumSet<S> reached : reachable.values()) {
        if (reached.contains(via)) {
          reached.addAll(reachable.get(via));
        }
      }
    }
  }

  @Override
  public boolean allows(S from, S to) {
    return successors.get(from).contains(to);
  }

  @Override
  public boolean canReach(S from, S to) {
    return reachable.get(from).contains(to);
  }

  @Override
  public boolean isTerminal(S state) {
    return successors.get(state).isEmpty();
  }
}
