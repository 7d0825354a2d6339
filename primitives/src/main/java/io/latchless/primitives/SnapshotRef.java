package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds a versioned reference to an immutable value that is replaced as a whole.
 *
 * <pre>{@code
 * SnapshotRef<Config> config = new SnapshotRef<>(Config.defaults());
 * config.addListener((before, after, version) -> apply(after));
 * config.update(c -> c.withTimeout(Duration.ofSeconds(2)));
 * }</pre>
 *
 * <p>Keep in one reference what belongs together: a reader takes the value once and sees all of it
 * as of one moment. Use values that never change, such as a record of immutable collections. No
 * update is lost: {@code update} applies its function to the value that it replaces. {@code
 * compareAndSet} fails if the version has changed, even if an equal value has returned.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Readers, writers<td>any number of each
 *   <tr><th scope="row">Progress<td>{@code get}, {@code snapshot}, {@code version}: wait-free;
 *       {@code compareAndSet}: its own step is wait-free; {@code set}, {@code update}: lock-free
 *       until the value is published, with a bounded pause after a lost compare-and-set, see {@link
 *       Backoff}; then the thread may run listeners, which take as long as they take. {@code
 *       addListener} is lock-free; then the thread may run listeners
 *   <tr><th scope="row">Linearizable<td>yes, every operation, at the publication of the value
 *   <tr><th scope="row">Happens-before<td>actions before a publication happen before actions after
 *       another thread has read that value or a later one, or runs in a listener that is told of
 *       it; volatile semantics throughout
 *   <tr><th scope="row">Allocation<td>none in reads; 32 bytes for each publication, beside the
 *       value; {@code addListener}: its subscription
 *   <tr><th scope="row">Complexity<td>constant; a publication takes one more step for each listener
 *   <tr><th scope="row">Memory<td>about 480 bytes idle, the hot word on cache lines of its own
 *   <tr><th scope="row">False means<td>{@code compareAndSet}: the version has changed since, and
 *       nothing was changed by this call
 * </table>
 *
 * @param <T> the type of the value; null is refused
 * @since 0.1.0
 */
public final class SnapshotRef<T> {
  private final VersionChain<Snapshot<T>> chain;
  private final ChangeFeed<Snapshot<T>, ChangeListener<T>> feed;

  /**
   * Creates a reference at version 0 that logs exceptions of listeners.
   *
   * @param value the initial value
   */
  public SnapshotRef(T value) {
    this(value, ListenerErrorHandler.logging());
  }

  /**
   * Creates a reference at version 0.
   *
   * @param value the initial value
   * @param errors receives the exceptions of listeners
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
              public void start(ChangeListener<T> listener, Snapshot<T> node) {
                listener.onStart(node.value(), node.version());
              }

              @Override
              public void change(ChangeListener<T> listener, Snapshot<T> from, Snapshot<T> to) {
                listener.onChange(from.value(), to.value(), to.version());
              }
            },
            errors);
  }

  /**
   * Returns the current value.
   *
   * @return the value, never null
   */
  public T get() {
    return snapshot().value();
  }

  /**
   * Returns the current value with its version.
   *
   * @return both, as they were published
   */
  public Snapshot<T> snapshot() {
    return chain.current();
  }

  /**
   * Returns the number of publications after the initial value.
   *
   * @return the version, from 0
   */
  public long version() {
    return snapshot().version();
  }

  /**
   * Replaces the value if nothing has been published since the given version was read.
   *
   * @param expectedVersion the expected current version
   * @param next the value to publish
   * @return false if the version has changed since, and the value is unchanged
   * @throws IllegalArgumentException if {@code expectedVersion} is negative
   */
  @CheckReturnValue
  public boolean compareAndSet(long expectedVersion, T next) {
    Arguments.requireNotNegative(expectedVersion, "expectedVersion");
    requireNonNull(next, "next");
    Snapshot<T> seen = chain.current();
    return seen.version() == expectedVersion && append(seen, next) != null;
  }

  /**
   * Replaces the value unconditionally.
   *
   * @param next the value to publish; if it is the current instance, nothing is published
   * @return the published snapshot, or the current one if nothing was published
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
   * Replaces the value with one computed from it.
   *
   * <p>The function runs on the calling thread and blocks no other thread. It must not change this
   * reference, nor wait for a thread that does, or its own update could never be published. A
   * function that publishes to this reference itself is refused after a few attempts. One that
   * waits for another thread's publication is retried for ever.
   *
   * @param change computes the next value from the current one; called again if another publication
   *     came first, so it must have no side effects; its exceptions are passed on and change
   *     nothing; if it returns its argument, nothing is published
   * @return the published snapshot, or the current one if nothing was published
   * @throws NullPointerException if the function returns null; nothing was changed
   * @throws IllegalStateException if the function publishes to this reference each time it is
   *     called; the values that it has published so far stay
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
   * Adds a listener. Its first call, {@code onStart}, receives the current value, and each later
   * call one change from there on. Calls come one at a time and outside any critical section, on a
   * thread that publishes or that adds or closes a listener. A listener may itself publish; that
   * change is delivered after it has returned. Its exceptions are reported to the {@link
   * ListenerErrorHandler} and affect no other thread or listener. A listener that does not return
   * delays later deliveries, but no read and no publication.
   *
   * @param listener the listener; if added twice, it is called twice
   * @return closing it removes the listener
   */
  public Subscription addListener(ChangeListener<T> listener) {
    return feed.subscribe(requireNonNull(listener, "listener"));
  }

  /**
   * Returns the current value for a log line.
   *
   * @return for example {@code SnapshotRef[Config[timeout=PT2S]@3]}
   */
  @Override
  public String toString() {
    Snapshot<T> now = snapshot();
    return "SnapshotRef[" + now.value() + "@" + now.version() + "]";
  }
}
