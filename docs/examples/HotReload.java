import io.latchless.primitives.Snapshot;
import io.latchless.primitives.SnapshotRef;
import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.HandlerSubscription;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * A configuration that is replaced as a whole while it is in use: a change is validated before any
 * reader sees it, observers are told of the part that they asked for, and an observer that cannot
 * live with a change has it rolled back.
 */
public final class HotReload {
  /** Immutable, and valid if it exists: what does not fit together cannot be built. */
  record Config(Duration timeout, int retries, List<URI> upstreams) {
    Config {
      upstreams = List.copyOf(upstreams);
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("timeout must be more than 0, was " + timeout);
      }
      if (retries < 0) {
        throw new IllegalArgumentException("retries must be at least 0, was " + retries);
      }
      if (upstreams.isEmpty()) {
        throw new IllegalArgumentException("upstreams must have at least 1 element, had 0");
      }
    }

    Config withTimeout(Duration next) {
      return new Config(next, retries, upstreams);
    }

    Config withUpstreams(List<URI> next) {
      return new Config(timeout, retries, next);
    }
  }

  enum Part {
    LIMITS,
    UPSTREAMS
  }

  private final SnapshotRef<Config> config;
  private final HandlerRegistry<Part, BiConsumer<Config, Config>> observers =
      new HandlerRegistry<>();

  HotReload(Config first) {
    config = new SnapshotRef<>(first);
    config.addListener((before, after, version) -> tell(before, after, version));
  }

  Config current() {
    return config.get();
  }

  HandlerSubscription observe(Part part, BiConsumer<Config, Config> observer) {
    return observers.subscribe(part, observer);
  }

  /** Applies a change, or throws what the configuration objects to; then nothing has changed. */
  Snapshot<Config> change(UnaryOperator<Config> change) {
    return config.update(change);
  }

  /** Runs once a change, in order. */
  private void tell(Config before, Config after, long version) {
    try {
      if (!before.upstreams().equals(after.upstreams())) {
        dispatch(Part.UPSTREAMS, before, after);
      }
      if (!before.timeout().equals(after.timeout()) || before.retries() != after.retries()) {
        dispatch(Part.LIMITS, before, after);
      }
    } catch (RuntimeException refusal) {
      boolean rolledBack = config.compareAndSet(version, before);
      System.out.println(
          refusal.getMessage()
              + (rolledBack ? ": rolled back" : ": superseded by a later change already"));
    }
  }

  private void dispatch(Part part, Config before, Config after) {
    record Change(Config before, Config after) {}
    observers.dispatch(
        part,
        new Change(before, after),
        (observer, change) -> observer.accept(change.before(), change.after()));
  }

  public static void main(String[] arguments) {
    URI first = URI.create("http://one.example");
    URI second = URI.create("http://two.example");
    HotReload reload = new HotReload(new Config(Duration.ofSeconds(1), 2, List.of(first)));
    reload.observe(
        Part.LIMITS,
        (before, after) ->
            System.out.println("timeout " + before.timeout() + " -> " + after.timeout()));
    HandlerSubscription pool =
        reload.observe(
            Part.UPSTREAMS,
            (before, after) -> {
              System.out.println("upstreams " + before.upstreams() + " -> " + after.upstreams());
              if (after.upstreams().size() > 2) {
                throw new IllegalStateException("the pool has room for 2 upstreams");
              }
            });

    reload.change(now -> now.withTimeout(Duration.ofSeconds(2)));
    reload.change(now -> now.withUpstreams(List.of(first, second)));
    try {
      reload.change(now -> now.withTimeout(Duration.ZERO));
    } catch (IllegalArgumentException refused) {
      System.out.println("refused: " + refused.getMessage());
    }
    reload.change(now -> now.withUpstreams(List.of(first, second, URI.create("http://3.example"))));
    pool.close();
    System.out.println(reload.current());
  }
}
