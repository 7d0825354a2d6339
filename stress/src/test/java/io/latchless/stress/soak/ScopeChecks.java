package io.latchless.stress.soak;

import io.latchless.registry.ScopedHandlerRegistry;
import io.latchless.stress.subjects.ScopesSubject;
import java.util.ArrayList;
import java.util.List;

/** An emission visits its origin, each parent, the global level, and the catch-all. */
public final class ScopeChecks {
  private ScopeChecks() {}

  /** Emits to handlers at all levels, one of them at two levels. */
  public static List<String> levels(ScopesSubject scopes) {
    Findings findings = new Findings();
    List<String> called = new ArrayList<>();
    for (String origin : List.of("a.b.c", "a.b", "a", "ab", "global", "all")) {
      scopes.subscribe(
          origin.equals("global")
              ? ScopedHandlerRegistry.GLOBAL
              : origin.equals("all") ? ScopedHandlerRegistry.CATCH_ALL : origin,
          () -> called.add(origin));
    }
    for (String origin : List.of("a.b", ScopedHandlerRegistry.GLOBAL)) {
      scopes.subscribe(origin, () -> called.add("both"));
    }
    expect(
        findings,
        scopes,
        called,
        "a.b.c",
        List.of("a.b.c", "a.b", "both", "a", "global", "both", "all"));
    expect(
        findings, scopes, called, "a.b.x.y", List.of("a.b", "both", "a", "global", "both", "all"));
    expect(findings, scopes, called, "a.bc", List.of("a", "global", "both", "all"));
    expect(findings, scopes, called, "ab.c", List.of("ab", "global", "both", "all"));
    expect(findings, scopes, called, "x", List.of("global", "both", "all"));
    expect(findings, scopes, called, "", List.of("global", "both", "all"));
    return findings.list();
  }

  /** Stops the emission at a middle level; the catch-all is still called. */
  public static List<String> stopped(ScopesSubject scopes) {
    Findings findings = new Findings();
    List<String> called = new ArrayList<>();
    scopes.subscribe("a.b", () -> called.add("a.b"));
    Runnable stop = scopes.subscribe("a", () -> !called.add("stop"));
    scopes.subscribe("a", () -> called.add("a"));
    scopes.subscribe(ScopedHandlerRegistry.GLOBAL, () -> called.add("global"));
    scopes.subscribe(ScopedHandlerRegistry.CATCH_ALL, () -> called.add("all"));
    expect(findings, scopes, called, "a.b", List.of("a.b", "stop", "all"));
    stop.run();
    expect(findings, scopes, called, "a.b", List.of("a.b", "a", "global", "all"));
    return findings.list();
  }

  private static void expect(
      Findings findings,
      ScopesSubject scopes,
      List<String> called,
      String origin,
      List<String> expected) {
    called.clear();
    scopes.emit(origin);
    findings.require(
        called.equals(expected), "'%s' has called %s, not %s", origin, called, expected);
  }
}
