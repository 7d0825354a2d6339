package io.latchless.stress.soak;

import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.Topic;
import io.latchless.stress.subjects.HandlersSubject.Registration;
import io.latchless.stress.subjects.SmallBus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What the routes of a bus promise. Where calls race, a handler makes the second call. */
public final class RouteChecks {
  private static final Topic<Object> TOPIC = Topic.of("a.b", Object.class);
  private static final int ENOUGH = 50;

  private interface Marked {}

  private static class Base implements Marked {}

  private static final class MarkedTwice extends Base implements Marked {}

  private RouteChecks() {}

  /** Checks that closing the newest of three subscriptions ends no other one. */
  public static List<String> ids(Supplier<SmallBus> factory) {
    Findings findings = new Findings();
    SmallBus bus = factory.get();
    AtomicInteger called = new AtomicInteger();
    Registration first = bus.subscribe(TOPIC, event -> {});
    Registration second = bus.subscribe(TOPIC, event -> called.incrementAndGet());
    first.close();
    Registration third = bus.subscribe(TOPIC, event -> {});
    findings.require(third.id() != second.id(), "two subscriptions with id %s", second.id());
    third.close();
    bus.publish(TOPIC, "event");
    findings.require(called.get() == 1, "ended with another subscription");
    return findings.list();
  }

  /** Checks that a handler that closes its own subscription keeps the event from no other one. */
  public static List<String> closing(Supplier<SmallBus> factory) {
    Findings findings = new Findings();
    SmallBus bus = factory.get();
    List<String> called = new ArrayList<>();
    List<Registration> first = new ArrayList<>();
    first.add(
        bus.subscribe(
            TOPIC,
            event -> {
              called.add("first");
              first.get(0).close();
            }));
    bus.subscribe(TOPIC, event -> called.add("second"));
    bus.subscribe(TOPIC, event -> called.add("third"));
    bus.publish(TOPIC, "event");
    bus.publish(TOPIC, "event");
    findings.require(
        called.equals(List.of("first", "second", "third", "second", "third")),
        "skipped during a close: %s were called",
        called);
    return findings.list();
  }

  /** Checks that an event goes to its name, to the scopes above it, and to the global scope. */
  public static List<String> scopes(Supplier<SmallBus> factory) {
    Findings findings = new Findings();
    SmallBus bus = factory.get();
    List<String> called = new ArrayList<>();
    bus.subscribe(Topic.any(Object.class), event -> called.add("global"));
    bus.subscribe(Topic.of("a", Object.class), event -> called.add("parent"));
    bus.subscribe(TOPIC, event -> called.add("exact"));
    bus.publish(TOPIC, "event");
    findings.require(
        called.equals(List.of("exact", "parent", "global")), "only %s were called", called);
    return findings.list();
  }

  /** Checks that a handler of a type that an event has in two ways receives it once. */
  public static List<String> types(Supplier<SmallBus> factory) {
    Findings findings = new Findings();
    SmallBus bus = factory.get();
    AtomicInteger called = new AtomicInteger();
    bus.subscribe(Topic.any(Marked.class), event -> called.incrementAndGet());
    bus.publish(TOPIC, new MarkedTwice());
    bus.publish(TOPIC, "of another type");
    findings.require(called.get() == 1, "called %s times for one event", called);
    return findings.list();
  }

  /** Checks that a handler that throws keeps the event from no other one, and is reported. */
  public static List<String> throwing(Supplier<SmallBus> factory) {
    Findings findings = new Findings();
    SmallBus bus = factory.get();
    AtomicInteger called = new AtomicInteger();
    AtomicInteger failures = new AtomicInteger();
    bus.subscribe(EventBus.FAILURES, failure -> failures.incrementAndGet());
    bus.subscribe(TOPIC, RouteChecks::fail);
    bus.subscribe(TOPIC, event -> called.incrementAndGet());
    try {
      bus.publish(TOPIC, "event");
    } catch (IllegalStateException thrown) {
      findings.require(false, "the publisher was told: %s", thrown);
    }
    findings.require(called.get() == 1, "silenced by a handler that throws");
    findings.require(failures.get() == 1, "%s notices of one failure", failures);
    return findings.list();
  }

  private static void fail(Object event) {
    throw new IllegalStateException("at " + event);
  }

  /** Checks that the failure of a handler of failures is not published to it again. */
  public static List<String> failures(Supplier<SmallBus> factory) {
    Findings findings = new Findings();
    SmallBus bus = factory.get();
    AtomicInteger told = new AtomicInteger();
    bus.subscribe(
        EventBus.FAILURES,
        failure -> {
          if (told.incrementAndGet() < ENOUGH) {
            fail("a failure");
          }
        });
    bus.subscribe(TOPIC, RouteChecks::fail);
    bus.publish(TOPIC, "event");
    findings.require(told.get() == 1, "%s failures about one failure", told);
    return findings.list();
  }

  /** Checks that an event whose only recipient has unsubscribed is published as a dead one. */
  public static List<String> dead(Supplier<SmallBus> factory) {
    Findings findings = new Findings();
    SmallBus bus = factory.get();
    List<Object> dead = new ArrayList<>();
    bus.subscribe(EventBus.DEAD, event -> dead.add(event.event()));
    Registration only = bus.subscribe(TOPIC, event -> {});
    bus.publish(TOPIC, "handled");
    only.close();
    bus.publish(TOPIC, "late");
    findings.require(dead.equals(List.of("late")), "vanished: only %s are dead", dead);
    return findings.list();
  }
}
