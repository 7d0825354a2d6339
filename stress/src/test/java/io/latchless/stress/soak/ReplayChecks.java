package io.latchless.stress.soak;

import io.latchless.stress.subjects.RetainedSubject;
import io.latchless.stress.subjects.StartSubject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What a bus promises of events from before. A handler publishes or subscribes in between. */
public final class ReplayChecks {
  private static final int LIVE = 100;

  private ReplayChecks() {}

  /** Checks that an event of the time of the start comes once, and after the log. */
  public static List<String> start(StartSubject.Factory factory) {
    Findings findings = new Findings();
    List<Integer> handled = new ArrayList<>();
    StartSubject[] bus = new StartSubject[1];
    bus[0] =
        factory.create(
            event -> {
              handled.add(event);
              if (event == 1) {
                bus[0].publish(LIVE);
              }
            });
    bus[0].publish(1);
    bus[0].publish(2);
    bus[0].start();
    int times = Collections.frequency(handled, LIVE);
    findings.require(times == 1, "handled %s times: %s", times, handled);
    findings.require(
        times == 0 || handled.indexOf(LIVE) > handled.indexOf(2),
        "%s overtook 2: %s",
        LIVE,
        handled);
    findings.require(
        Collections.frequency(handled, 1) == 1 && Collections.frequency(handled, 2) == 1,
        "the log was handled as %s",
        handled);
    return findings.list();
  }

  /** Checks that an event is seen once by a handler that is added while it is published. */
  public static List<String> duringPublish(Supplier<RetainedSubject> factory) {
    RetainedSubject topic = factory.get();
    List<Integer> seen = new ArrayList<>();
    topic.publish(1);
    topic.subscribe(event -> topic.subscribeWithLatest(seen::add));
    topic.publish(2);
    return saw(List.of(2), seen);
  }

  /** Checks that an event is seen that is published while a handler gets the one before. */
  public static List<String> duringLookUp(Supplier<RetainedSubject> factory) {
    RetainedSubject topic = factory.get();
    List<Integer> seen = new ArrayList<>();
    topic.publish(1);
    topic.subscribeWithLatest(
        event -> {
          seen.add(event);
          if (event == 1) {
            topic.publish(2);
          }
        });
    return saw(List.of(1, 2), seen);
  }

  private static List<String> saw(List<Integer> expected, List<Integer> seen) {
    Findings findings = new Findings();
    findings.require(seen.equals(expected), "saw %s instead of %s", seen, expected);
    return findings.list();
  }
}
