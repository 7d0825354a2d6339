package io.latchless.registry;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.latchless.primitives.ChangeListener;
import io.latchless.primitives.CheckReturnValue;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.ProcessFollower;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.Subscription;
import io.latchless.primitives.internal.Arguments;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A registry of processes by id. Each has a holder of its status and, once started, a follower.
 *
 * <pre>{@code
 * ProcessRegistry processes = new ProcessRegistry();
 * processes.start("web", new ProcessBuilder("web-server").inheritIO());
 * processes.countByStatus().get(ProcessStatus.RUNNING);
 * processes.follower("web").stop(Duration.ofSeconds(10));
 * }</pre>
 *
 * <p>A supervisor needs no map of its own: {@link #follower(String)} returns the object that stops
 * a process, also from within a listener of its holder. To use a holder with its own clock, with a
 * listener from the start, or for a process that already runs, add it by {@link #add}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code get}, {@code follower}, {@code all}, {@code
 *       countByStatus}: wait-free; {@code add}, {@code remove}, {@code replace}, {@code
 *       addListener}: lock-free, as in {@link SnapshotMap}; {@code start} takes as long as the
 *       operating system; {@code awaitAll} parks
 *   <tr><th scope="row">Linearizable<td>{@code add}, {@code remove}, {@code replace}, {@code get},
 *       {@code all}. {@code follower} reads the holder and then its follower. {@code countByStatus}
 *       counts each process of one moment once, by a status that it had during the call
 *   <tr><th scope="row">Happens-before<td>as in {@link SnapshotMap} and {@link ProcessStatusHolder}
 *   <tr><th scope="row">Allocation<td>none in {@code get}, {@code follower} and {@code all}; {@code
 *       countByStatus}: the map of counts; {@code start}: a holder, and as in {@link
 *       ProcessFollower}; changes: as in {@link SnapshotMap}, and a result
 *   <tr><th scope="row">Memory<td>about 600 bytes, plus those of a {@link MapSnapshot}
 *   <tr><th scope="row">Null means<td>{@code get}, {@code remove}: there is no process with that
 *       id; {@code follower}: there is none, or it has not been started
 * </table>
 *
 * @since 0.1.0
 */
public final class ProcessRegistry {
  /** The outcome of an {@link #add}. */
  public sealed interface AddResult {}

  /**
   * The process was added.
   *
   * @param id its id
   */
  public record Added(String id) implements AddResult {}

  /**
   * There is another process with that id, and nothing was changed.
   *
   * @param id the id
   * @param present the holder that is already registered
   */
  public record Duplicate(String id, ProcessStatusHolder present) implements AddResult {}

  private final SnapshotMap<String, ProcessStatusHolder> processes;
  private final Supplier<ProcessStatusHolder> holders;

  /** Creates a registry without processes that logs what listeners throw. */
  public ProcessRegistry() {
    this(ListenerErrorHandler.logging());
  }

  /**
   * Creates a registry without processes.
   *
   * @param errors is called for each listener that throws, including those of holders that {@code
   *     start} creates
   */
  public ProcessRegistry(ListenerErrorHandler errors) {
    processes = new SnapshotMap<>(errors);
    holders = () -> new ProcessStatusHolder(InstantSource.system(), errors);
  }

  /**
   * Creates a registry without processes.
   *
   * @param errors is called for each listener that throws, including those of holders that {@code
   *     start} creates
   * @param executor runs the listeners and the dependents of futures of holders that {@code start}
   *     creates, see {@link ProcessStatusHolder}; the registry's own listeners do not use it
   */
  public ProcessRegistry(ListenerErrorHandler errors, Executor executor) {
    requireNonNull(executor, "executor");
    processes = new SnapshotMap<>(errors);
    holders = () -> new ProcessStatusHolder(InstantSource.system(), errors, executor);
  }

  /**
   * Adds a process, unless there is one with that id.
   *
   * @param id its id
   * @param holder holds its status
   * @return {@link Added}, or {@link Duplicate} with the holder that is already registered
   */
  public AddResult add(String id, ProcessStatusHolder holder) {
    requireNonNull(id, "id");
    requireNonNull(holder, "holder");
    ProcessStatusHolder present = processes.putIfAbsent(id, holder);
    return present == null ? new Added(id) : new Duplicate(id, present);
  }

  /**
   * Starts a process under an id. It may be a new one, a pending one, or the next generation of one
   * that is over. The first call for an id creates its holder. Listeners of the holder may run on
   * this thread, see {@link ProcessFollower}, and may call this method.
   *
   * @param id its id
   * @param builder describes the process
   * @return the follower, which {@link #follower} returns as well
   * @throws IOException if the process could not be started; it stays in the registry as {@code
   *     FAILED}, and this method may be called again
   * @throws IllegalStateException if a process with that id runs, or another thread is starting it
   */
  public ProcessFollower start(String id, ProcessBuilder builder) throws IOException {
    requireNonNull(id, "id");
    requireNonNull(builder, "builder");
    ProcessStatusHolder fresh = holders.get();
    ProcessStatusHolder present = processes.putIfAbsent(id, fresh);
    ProcessStatusHolder holder = present == null ? fresh : present;
    ProcessSnapshot now = holder.get();
    if (now.status().isOver()) {
      holder.restart(now.generation());
    }
    return ProcessFollower.start(holder, builder);
  }

  /**
   * Returns the process with an id.
   *
   * @param id the id
   * @return the holder of its status, or null if there is none
   */
  public @Nullable ProcessStatusHolder get(String id) {
    return processes.get(requireNonNull(id, "id"));
  }

  /**
   * Returns the follower of the process with an id, which can stop the process.
   *
   * @param id the id
   * @return the follower of the current generation, or null if there is no process with that id, or
   *     it has not been started
   */
  public @Nullable ProcessFollower follower(String id) {
    ProcessStatusHolder holder = get(id);
    return holder == null ? null : ProcessFollower.of(holder);
  }

  /**
   * Removes a process from the registry. The process itself is left to the caller, see {@link
   * ProcessFollower#of}.
   *
   * @param id its id
   * @return the holder of its status, or null if there was none
   */
  public @Nullable ProcessStatusHolder remove(String id) {
    return processes.remove(requireNonNull(id, "id"));
  }

  /**
   * Removes a process, as {@link #remove(String)} does, if the id still has the given holder.
   *
   * @param id its id
   * @param holder the holder that must be registered
   * @return false if there is another holder or none, and nothing was changed
   */
  @CheckReturnValue
  public boolean remove(String id, ProcessStatusHolder holder) {
    requireNonNull(holder, "holder");
    return change(id, holder, editor -> editor.remove(id));
  }

  /**
   * Replaces a process by another, if the id still has the given holder.
   *
   * @param id the id of both
   * @param old the holder that must be registered; its process is left to the caller
   * @param next the new holder
   * @return false if there is another holder or none, and nothing was changed
   */
  @CheckReturnValue
  public boolean replace(String id, ProcessStatusHolder old, ProcessStatusHolder next) {
    requireNonNull(old, "old");
    requireNonNull(next, "next");
    return change(id, old, editor -> editor.put(id, next));
  }

  private boolean change(
      String id,
      ProcessStatusHolder expected,
      Consumer<MapEditor<String, ProcessStatusHolder>> change) {
    requireNonNull(id, "id");
    boolean[] done = new boolean[1];
    processes.update(
        editor -> {
          done[0] = editor.get(id) == expected;
          if (done[0]) {
            change.accept(editor);
          }
        });
    return done[0];
  }

  /**
   * Returns all processes at this moment.
   *
   * @return the holders by id, immutable
   */
  public MapSnapshot<String, ProcessStatusHolder> all() {
    return processes.snapshot();
  }

  /**
   * Returns the number of processes in each status.
   *
   * @return a count for every status, possibly 0; the counts add up to the size of the registry at
   *     one moment of the call
   */
  public Map<ProcessStatus, Integer> countByStatus() {
    Map<ProcessStatus, Integer> counts = new EnumMap<>(ProcessStatus.class);
    for (ProcessStatus status : ProcessStatus.values()) {
      counts.put(status, 0);
    }
    all().forEach((id, holder) -> counts.merge(holder.status(), 1, Integer::sum));
    return counts;
  }

  /**
   * Waits, without a limit, until all processes that are registered at the call have reached a
   * status or passed through it.
   *
   * @param status the status, in the current generation of each process
   * @return false at once if one of them cannot reach it any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  @CheckReturnValue
  public boolean awaitAll(ProcessStatus status) throws InterruptedException {
    return awaitAll(status, ChronoUnit.FOREVER.getDuration());
  }

  /**
   * Waits until all processes that are registered at the call have reached a status or passed
   * through it. Holders that have an executor use it to wake this thread.
   *
   * @param status the status, in the current generation of each process
   * @param timeout the longest time to wait for all of them together; 292 years or more mean
   *     without a limit
   * @return false if the time was up, or at once if one of them cannot reach it any more
   * @throws IllegalArgumentException if {@code timeout} is negative
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  @CheckReturnValue
  public boolean awaitAll(ProcessStatus status, Duration timeout) throws InterruptedException {
    requireNonNull(status, "status");
    long nanos = Arguments.requireNanos(timeout, "timeout");
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<CompletableFuture<?>> reached = new ArrayList<>();
    all().values().forEach(holder -> reached.add(holder.whenReached(status)));
    CompletableFuture<Void> allReached =
        CompletableFuture.allOf(reached.toArray(CompletableFuture<?>[]::new));
    // allOf completes only when all have completed; the first failure must decide at once.
    for (CompletableFuture<?> each : reached) {
      var unused =
          each.whenComplete(
              (snapshot, failure) -> {
                if (failure != null) {
                  allReached.completeExceptionally(failure);
                }
              });
    }
    try {
      allReached.get(nanos, NANOSECONDS);
      return true;
    } catch (ExecutionException | TimeoutException unreachableOrTooLate) {
      return false;
    } finally {
      reached.forEach(each -> each.cancel(false));
    }
  }

  /**
   * Adds a listener for all processes that are added, replaced or removed from now on. It is called
   * in the order of the changes, on the threads that make them. While it blocks, later calls of all
   * listeners of this registry wait, but changes and processes do not.
   *
   * @param listener receives the processes before and after a change
   * @return the registration; close it to remove the listener
   */
  public Subscription addListener(
      ChangeListener<MapSnapshot<String, ProcessStatusHolder>> listener) {
    return processes.addListener(listener);
  }
}
