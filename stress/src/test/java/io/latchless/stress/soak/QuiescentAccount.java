package io.latchless.stress.soak;

import io.latchless.stress.subjects.QuiescentSubject;
import io.latchless.stress.subjects.Turn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler's resource is released after a quiescent close, and no call finds it gone. */
public final class QuiescentAccount {
  private static final Duration LONG = Duration.ofMinutes(1);

  private QuiescentAccount() {}

  /** The resource of a handler. */
  private static final class Resource implements Runnable {
    private final Findings findings;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean gone;

    Resource(Findings findings) {
      this.findings = findings;
    }

    @Override
    public void run() {
      int call = calls.incrementAndGet();
      findings.require(!gone, "call %d after a quiescent close", call);
      if ((call & 15) == 0) {
        Turn.pass();
      }
      findings.require(!gone, "gone in the middle of call %d", call);
    }
  }

  /**
   * Runs threads that dispatch and threads that subscribe and close, until the first objection.
   *
   * @param rounds the number of handlers that each subscribing thread adds
   */
  public static List<String> audit(
      QuiescentSubject handlers, int dispatchers, int closers, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger closing = new AtomicInteger(closers);
    Workers.run(
        dispatchers + closers,
        member -> {
          if (member < dispatchers) {
            while (closing.get() > 0) {
              handlers.dispatch();
            }
          } else {
            try {
              for (int i = 0; i < rounds && findings.list().isEmpty(); i++) {
                comeAndGo(handlers, i, findings);
              }
            } finally {
              closing.decrementAndGet();
            }
          }
        });
    return findings.list();
  }

  private static void comeAndGo(QuiescentSubject handlers, int round, Findings findings)
      throws InterruptedException {
    Resource resource = new Resource(findings);
    QuiescentSubject.Registration registration = handlers.subscribe(resource);
    handlers.dispatch();
    findings.require(resource.calls.get() > 0, "a handler was not called by its own thread");
    boolean quiet = false;
    switch (round & 3) {
      case 0 -> registration.close();
      case 1 -> quiet = registration.closeAndAwaitQuiescence(Duration.ZERO);
      case 2 -> Turn.pass();
      default -> {}
    }
    quiet = quiet || registration.closeAndAwaitQuiescence(LONG);
    resource.gone = quiet;
    findings.require(quiet, "not quiescent after %s", LONG);
    int calls = resource.calls.get();
    handlers.dispatch();
    findings.require(resource.calls.get() == calls, "called after a quiescent close");
  }
}
