package io.latchless.stress.soak;

import io.latchless.stress.subjects.HandlersSubject;
import io.latchless.stress.subjects.HandlersSubject.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A dispatch calls the handlers present at its start, even if a handler changes the registry. */
public final class DispatchChecks {
  private static final int KEY = 0;

  private DispatchChecks() {}

  /** Replaces the last handler while the first one is being called. */
  public static List<String> replaced(HandlersSubject<List<String>> handlers) {
    Findings findings = new Findings();
    List<Registration> registrations = new ArrayList<>();
    subscribe(
        handlers,
        "first",
        called -> {
          if (registrations.size() == 1) {
            registrations.remove(0).close();
            subscribe(handlers, "fourth", any -> {});
          }
        });
    subscribe(handlers, "second", any -> {});
    registrations.add(subscribe(handlers, "third", any -> {}));
    expect(findings, handlers, List.of("first", "second", "third"));
    expect(findings, handlers, List.of("first", "second", "fourth"));
    return findings.list();
  }

  /** Closes the first handler from within its own call. */
  public static List<String> gone(HandlersSubject<List<String>> handlers) {
    Findings findings = new Findings();
    List<Registration> registrations = new ArrayList<>();
    registrations.add(
        subscribe(handlers, "first", any -> registrations.forEach(Registration::close)));
    subscribe(handlers, "second", any -> {});
    subscribe(handlers, "third", any -> {});
    expect(findings, handlers, List.of("first", "second", "third"));
    expect(findings, handlers, List.of("second", "third"));
    return findings.list();
  }

  /** Checks that each id belongs to one handler, and that a close removes only that handler. */
  public static List<String> ids(HandlersSubject<List<String>> handlers) {
    Findings findings = new Findings();
    Registration first = subscribe(handlers, "first", any -> {});
    Registration second = subscribe(handlers, "second", any -> {});
    first.close();
    Registration third = subscribe(handlers, "third", any -> {});
    findings.require(
        third.id() != second.id() && third.id() != first.id(), "id %d was given twice", third.id());
    third.close();
    first.close();
    expect(findings, handlers, List.of("second"));
    return findings.list();
  }

  private static Registration subscribe(
      HandlersSubject<List<String>> handlers, String name, Consumer<List<String>> then) {
    return handlers.subscribe(
        KEY,
        called -> {
          called.add(name);
          then.accept(called);
        });
  }

  private static void expect(
      Findings findings, HandlersSubject<List<String>> handlers, List<String> expected) {
    List<String> called = new ArrayList<>();
    handlers.dispatch(KEY, called);
    findings.require(called.equals(expected), "called %s, not %s", called, expected);
  }
}
