package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.Halves;
import io.latchless.stress.subjects.Updating;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Retries at once after every failed compare-and-set. */
@Rogue(
    trap = "unbounded hot retry: every loser hammers the cache line again at once",
    caughtBy = AccountingRoguesTest.class)
@SuppressWarnings("NullAway") // its reference is never null
public final class HotRetry implements Updating {
  private final AtomicReference<Halves> value = new AtomicReference<>(new Halves(0, 0));

  @Override
  public void update(UnaryOperator<Halves> change) {
    Halves seen;
    do {
      seen = value.get();
    } while (!value.compareAndSet(seen, change.apply(seen)));
  }
}
