package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.QuiescentSubject;
import java.time.Duration;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Handlers with a resource that is released after a quiescent close. */
public abstract class QuiescentModel {
  /** A handler that detects calls after its resource was released. */
  private static final class User implements Runnable {
    private volatile boolean gone;
    private volatile boolean sawItGone;

    @Override
    public void run() {
      if (gone) {
        sawItGone = true;
      }
    }
  }

  private final QuiescentSubject handlers;
  private final List<User> users = List.of(new User(), new User());
  private final List<QuiescentSubject.Registration> registrations;

  protected QuiescentModel(QuiescentSubject handlers) {
    this.handlers = handlers;
    this.registrations = users.stream().map(handlers::subscribe).toList();
  }

  @Operation
  public void dispatch() {
    handlers.dispatch();
  }

  @Operation
  public void close(@Param(gen = IntGen.class, conf = "0:1") int user) {
    registrations.get(user).close();
  }

  /**
   * Releases the resource after a quiescent close; the result depends on timing and is not
   * compared.
   */
  @Operation
  public void takeAway(@Param(gen = IntGen.class, conf = "0:1") int user)
      throws InterruptedException {
    if (registrations.get(user).closeAndAwaitQuiescence(Duration.ZERO)) {
      users.get(user).gone = true;
    }
  }

  /** Returns whether a handler was called too late, which no order allows. */
  @Operation
  public boolean isUsedAfterwards() {
    return users.get(0).sawItGone || users.get(1).sawItGone;
  }
}
