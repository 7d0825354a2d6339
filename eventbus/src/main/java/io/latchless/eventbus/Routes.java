package io.latchless.eventbus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All subscriptions of a bus and the phase of its life. Immutable, and replaced as a whole. */
final class Routes {
  /** The phases of a bus, in order. */
  enum Phase {
    /** Events go into the start-up log. */
    NEW,
    LIVE,

    /** Only handlers may publish. */
    CLOSING,
    CLOSED
  }

  private static final Route NOWHERE = new Route(null, List.of(), List.of(), List.of(), null);

  final Phase phase;

  /** By the name of the scope. */
  private final Map<String, Route> routes;

  /** By the name of the request topic. */
  private final Map<String, Responders> responders;

  /** The responders to a topic. */
  record Responders(RequestTopic<?, ?> topic, List<QueuedSubscriber> all) {}

  private Routes(Phase phase, Map<String, Route> routes, Map<String, Responders> responders) {
    this.phase = phase;
    this.routes = routes;
    this.responders = responders;
  }

  /** Creates the routes of a bus without subscriptions. */
  static Routes of(Phase phase, Collection<Topic<?>> retained) {
    Map<String, Route> routes = new HashMap<>();
    for (Topic<?> topic : retained) {
      routes.put(
          topic.name(), new Route(topic.type(), List.of(), List.of(), List.of(), new Retained()));
    }
    return new Routes(phase, routes, Map.of());
  }

  Routes in(Phase next) {
    return new Routes(next, routes, responders);
  }

  /** Returns the route of the very name; null if it has no subscriptions of its own. */
  @Nullable Route exact(String name) {
    return routes.get(name);
  }

  /** Returns the route of the nearest scope above a name; one without subscriptions if none has. */
  Route above(String name) {
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      Route found = routes.get(name.substring(0, dot));
      if (found != null) {
        return found;
      }
    }
    Route global = routes.get(Topic.GLOBAL);
    return global == null ? onlyCatchAll() : global;
  }

  private Route onlyCatchAll() {
    Route catchAll = routes.get(Topic.CATCH_ALL);
    return catchAll == null ? NOWHERE : new Route(null, List.of(), List.of(), catchAll.own, null);
  }

  /** Returns every open subscription, in the order of the ids. */
  List<Subscriber> all() {
    Set<Subscriber> all = new LinkedHashSet<>();
    routes.values().forEach(route -> all.addAll(route.own));
    responders.values().forEach(each -> all.addAll(each.all));
    return all.stream().sorted(Comparator.comparingLong(Subscriber::id)).toList();
  }

  /**
   * Returns the routes with one subscription more.
   *
   * @throws IllegalArgumentException if the name is that of a topic with another type
   */
  Routes with(Subscriber added) {
    Topic<?> topic = added.topic();
    Route present = routes.get(topic.name());
    if (topic.isNamed()) {
      requireType(topic, present);
    }
    List<Subscriber> own = new ArrayList<>(present == null ? List.of() : present.own);
    int at = own.size();
    while (at > 0 && added.isBefore(own.get(at - 1))) {
      at--;
    }
    own.add(at, added);
    return withOwn(topic, own);
  }

  static void requireType(Topic<?> topic, @Nullable Route present) {
    if (present != null && present.type != null && present.type != topic.type()) {
      throw new IllegalArgumentException(
          "topic \""
              + topic.name()
              + "\" must have the type "
              + present.type.getName()
              + ", was "
              + topic.type().getName());
    }
  }

  Routes without(Subscriber removed) {
    Topic<?> topic = removed.topic();
    Route present = routes.get(topic.name());
    if (present == null || !present.own.contains(removed)) {
      return withoutResponder(removed);
    }
    List<Subscriber> own = new ArrayList<>(present.own);
    own.remove(removed);
    return withOwn(topic, own);
  }

  private Routes withOwn(Topic<?> topic, List<Subscriber> own) {
    Map<String, Route> next = new HashMap<>(routes);
    Route present = routes.get(topic.name());
    Retained retained = present == null ? null : present.retained;
    if (own.isEmpty() && retained == null) {
      next.remove(topic.name());
    } else {
      Class<?> type = topic.isNamed() ? topic.type() : null;
      next.put(topic.name(), new Route(type, own, List.of(), List.of(), retained));
    }
    relink(next, topic.name());
    return new Routes(phase, next, responders);
  }

  /** Builds the routes anew that a changed scope is part of: its own and those below it. */
  private static void relink(Map<String, Route> routes, String changed) {
    Route catchAll = routes.get(Topic.CATCH_ALL);
    List<Subscriber> last = catchAll == null ? List.of() : catchAll.own;
    for (Map.Entry<String, Route> entry : routes.entrySet()) {
      String name = entry.getKey();
      if (!name.equals(Topic.CATCH_ALL) && isAtOrBelow(name, changed)) {
        Route old = entry.getValue();
        entry.setValue(new Route(old.type, old.own, above(routes, name), last, old.retained));
      }
    }
  }

  private static boolean isAtOrBelow(String name, String scope) {
    return scope.equals(Topic.GLOBAL)
        || scope.equals(Topic.CATCH_ALL)
        || name.equals(scope)
        || (name.length() > scope.length()
            && name.charAt(scope.length()) == '.'
            && name.startsWith(scope));
  }

  private static List<Route> above(Map<String, Route> routes, String name) {
    List<Route> above = new ArrayList<>();
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      Route found = routes.get(name.substring(0, dot));
      if (found != null) {
        above.add(found);
      }
    }
    Route global = routes.get(Topic.GLOBAL);
    if (global != null && !name.equals(Topic.GLOBAL)) {
      above.add(global);
    }
    return above;
  }

  // Requests

  List<QueuedSubscriber> responders(RequestTopic<?, ?> topic) {
    Responders present = responders.get(topic.name());
    if (present == null) {
      return List.of();
    }
    requireTypes(topic, present);
    return present.all;
  }

  private static void requireTypes(RequestTopic<?, ?> topic, Responders present) {
    if (!present.topic.equals(topic)) {
      throw new IllegalArgumentException(
          "requests \""
              + topic.name()
              + "\" must have the types of "
              + present.topic
              + ", were those of "
              + topic);
    }
  }

  /**
   * Returns the routes with one responder more.
   *
   * @throws IllegalArgumentException if the name is that of a topic with other types, or the topic
   *     has a responder of the same name
   */
  Routes with(RequestTopic<?, ?> topic, QueuedSubscriber added) {
    Responders present = responders.get(topic.name());
    List<QueuedSubscriber> all = new ArrayList<>();
    if (present != null) {
      requireTypes(topic, present);
      all.addAll(present.all);
    }
    for (QueuedSubscriber each : all) {
      if (each.name().equals(added.name())) {
        throw new IllegalArgumentException(
            "responder must be a new name among those to \""
                + topic.name()
                + "\", was \""
                + added.name()
                + "\"");
      }
    }
    all.add(added);
    Map<String, Responders> next = new HashMap<>(responders);
    next.put(topic.name(), new Responders(topic, List.copyOf(all)));
    return new Routes(phase, routes, next);
  }

  private Routes withoutResponder(Subscriber removed) {
    for (Responders present : responders.values()) {
      if (removed instanceof QueuedSubscriber queued && present.all.contains(queued)) {
        List<QueuedSubscriber> all = new ArrayList<>(present.all);
        all.remove(queued);
        Map<String, Responders> next = new HashMap<>(responders);
        if (all.isEmpty()) {
          next.remove(present.topic.name());
        } else {
          next.put(present.topic.name(), new Responders(present.topic, List.copyOf(all)));
        }
        return new Routes(phase, routes, next);
      }
    }
    return this;
  }
}
