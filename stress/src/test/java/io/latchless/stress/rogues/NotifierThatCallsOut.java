package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.Notifier;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Every writer calls the listeners itself, after its compare-and-set. */
@Rogue(
    trap = "listeners called by each writer: out of order, nested, cut off by an exception",
    caughtBy = AccountingRoguesTest.class)
public final class NotifierThatCallsOut implements Notifier {
  private final AtomicLong version = new AtomicLong();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  @Override
  public Registration listen(Listener listener) {
    listener.began(version.get());
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void change() {
    long changed = version.incrementAndGet();
    for (Listener listener : listeners) {
      listener.changed(changed);
    }
  }

  @Override
  public long version() {
    return version.get();
  }
}
