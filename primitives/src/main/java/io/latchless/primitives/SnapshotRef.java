package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A versioned reference to an immutable value that is replaced as a whole.
 *
 * <pre>{@code
 * SnapshotRef<Config> config = new SnapshotRef<>(Config.defaults());
 * config.addListener((before, after, version) -> apply(after));
 * config.update(c -> c.withTimeout(Duration.ofSeconds(2)));
 * }</pre>
 *
 * <p>Keep in one reference what belongs together: a reader takes the value once and sees all of it
 * from one moment. Give it values that never change; a record of immutable collections is the usual
 * one. No update is lost: {@code update} applies its function to the value that it replaces, and
 * {@code compareAndSet} fails when the version has moved on, even if an equal value has returned.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code snapshot}, {@code version}: wait-free; {@code
 *       compareAndSet}: its own step is wait-free; {@code set}, {@code update}: lock-free until the
 *       value is published, a lost compare-and-set pauses a bounded time, see {@link Backoff}; then
 *       the thread may run listeners, which take as long as they take
 *   <tr><th scope="row">Linearizable<td>yes, every operation, at the publication of the value
 *   <tr><th scope="row">Happens-before<td>what a thread did before a publication happens before what
 *       another does after it has read that value or a later one, or runs in a listener that is told
 *       of it; volatile semantics throughout
 *   <tr><th scope="row">Allocation<td>none in reads; 32 bytes for a publication beside the value
 *   <tr><th scope="row">Complexity<td>constant, plus one step a listener for a publication
 *   <tr><th scope="row">Memory<td>about 480 bytes idle, the hot word on cache lines of its own
 *   <tr><th scope="row">False means<td>{@code compareAndSet}: the version has moved on and nothing was
 *       changed
 * </table>
 *
 * @param <T> the type of the value; null is refused
 */
public final class SnapshotRef<T> {
  private final VersionChain<Snapshot<T>> chain;
  private final ChangeFeed<Snapshot<T>, ChangeListener<T>> feed;

  /**
   * A reference at version 0 that logs what listeners throw.
   *
   * @param value the first value
   */
  public SnapshotRef(T value) {
    this(value, ListenerErrorHandler.logging());
  }

  /**
   * A reference at version 0.
   *
   * @param value the first value
   * @param errors is told of listeners that throw
   */
  public SnapshotRef(T value, ListenerErrorHandler errors) {
    requireNonNull(value, "value");
    requireNonNull(errors, "errors");
    this.chain = new VersionChain<>(new Snapshot<>(value, 0, null));
    this.feed =
        new ChangeFeed<>(
            chain,
            new ChangeFeed.Delivery<>() {
              @Override
              public void start(ChangeListener<T> listener, Snapshot<T> link) {}

              @Override
              public void change(ChangeListener<T> listener, Snapshot<T> from, Snapshot<T> to) {
                listener.onChange(from.value(), to.value(), to.version());
              }
            },
            errors);
  }

  /**
   * The current value.
   *
   * @return the value
   */
  public T get() {
    return snapshot().value();
  }

  /**
   * The current value with its version.
   *
   * @return both, as they were published
   */
  public Snapshot<T> snapshot() {
    return chain.current();
  }

  /**
   * How many publications there have been after the first value.
   *
   * @return the version, from 0
   */
  public long version() {
    return snapshot().version();
  }

  /**
   * Replaces the value if nothing has been published since a version was read.
   *
   * @param expectedVersion the version that must still be current
   * @param next the value to publish
   * @return false if the version has moved on, and nothing was changed
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   */
  public boolean compareAndSet(long expectedVersion, T next) {
    Arguments.requireNotNegative(expectedVersion, "expectedVersion");
    requireNonNull(next, "next");
    Snapshot<T> seen = chain.current();
    return seen.version() == expectedVersion && append(seen, next) != null;
  }

  /**
   * Replaces the value whatever it is.
   *
   * @param next the value to publish; the very instance that is there already publishes nothing
   * @return what was published, with its version; or the current snapshot where nothing was
   */
  public Snapshot<T> set(T next) {
    requireNonNull(next, "next");
    int losses = 0;
    for (; ; ) {
      Snapshot<T> seen = chain.current();
      if (next == seen.value()) {
        return seen;
      }
      Snapshot<T> published = append(seen, next);
      if (published != null) {
        return published;
      }
      chain.pause(losses++);
    }
  }

  /**
   * Replaces the value by one that is made from it.
   *
   * <p>The function runs on the calling thread and holds back nothing while it runs. It must not
   * change this reference, nor wait for another thread that does: its own update could then never
   * be published. A function that publishes here itself is refused after a few attempts; one that
   * waits for another thread's publication is retried for ever.
   *
   * @param change makes the next value from the current one; called again when another publication
   *     came first, so it must have no side effects; what it throws is passed on and changes
   *     nothing; returning the very instance it was given publishes nothing
   * @return what was published, with its version; or the current snapshot where nothing was
   * @throws NullPointerException if the function returns null; nothing was changed
   * @throws IllegalStateException if the function publishes to this reference each time it is
   *     called; what it has published so far stays
   */
  public Snapshot<T> update(UnaryOperator<T> change) {
    requireNonNull(change, "change");
    int losses = 0;
    for (; ; ) {
      Snapshot<T> seen = chain.current();
      T before = seen.value();
      T next = requireNonNull(chain.apply(change, before, losses), "change returned null");
      if (next == before) {
        return seen;
      }
      Snapshot<T> published = append(seen, next);
      if (published != null) {
        return published;
      }
      chain.pause(losses++);
    }
  }

  private @Nullable Snapshot<T> append(Snapshot<T> seen, T value) {
    Snapshot<T> next = new Snapshot<>(value, seen.version() + 1, seen);
    if (!chain.tryAppend(seen, next)) {
      return null;
    }
    try {
      feed.appended(next);
    } catch (VirtualMachineError leftToTheNextDelivery) {
      return next;
    }
    return next;
  }

  /**
   * Adds a listener for every change from here on. It runs on a thread that publishes, one call at
   * a time, outside any critical section. It may itself publish; that is delivered after it has
   * returned. One that throws is reported to the {@link ListenerErrorHandler} and disturbs nobody.
   * One that does not return holds back later deliveries, but no read and no publication.
   *
   * @param listener the listener; one added twice is told twice
   * @return ends the registration when closed
   */
  public Subscription addListener(ChangeListener<T> listener) {
    return feed.subscribe(requireNonNull(listener, "listener"));
  }

  /**
   * The current value for a log line.
   *
   * @return for example {@code SnapshotRef[Config[timeout=PT2S]@3]}
   */
  @Override
  public String toString() {
    Snapshot<T> now = snapshot();
    return "SnapshotRef[" + now.value() + "@" + now.version() + "]";
  }
}
