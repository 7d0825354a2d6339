package io.latchless.registry;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.latchless.primitives.ChangeListener;
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
 * Processes by id, each with the holder of its status and, once it has been started, its follower.
 *
 * <pre>{@code
 * ProcessRegistry processes = new ProcessRegistry();
 * processes.start("web", new ProcessBuilder("web-server").inheritIO());
 * processes.countByStatus().get(ProcessStatus.RUNNING);
 * processes.follower("web").stop(Duration.ofSeconds(10));
 * }</pre>
 *
 * <p>A supervisor needs no map of its own beside the registry: {@link #follower(String)} gives what
 * stops a process, also from within a listener of its holder. A holder that needs a clock, a
 * listener from the start or a process that runs already is added by {@link #add}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code get}, {@code follower}, {@code all}, {@code countByStatus}:
 *       wait-free; {@code add}, {@code remove}, {@code replace}: lock-free, see {@link SnapshotMap};
 *       {@code start} takes as long as the operating system; {@code awaitAll} parks
 *   <tr><th scope="row">Linearizable<td>{@code add}, {@code remove}, {@code replace}, {@code get},
 *       {@code all}. {@code follower} reads the holder and then its follower. {@code countByStatus} counts
 *       each process of one moment once, by a status that it had during the call
 *   <tr><th scope="row">Happens-before<td>as of {@link SnapshotMap} and {@link ProcessStatusHolder}
 *   <tr><th scope="row">Allocation<td>none in {@code get}, {@code follower} and {@code all}
 *   <tr><th scope="row">Memory<td>about 600 bytes, and as {@link MapSnapshot}
 *   <tr><th scope="row">Null means<td>{@code get}, {@code remove}: there is no process of that id; {@code
 *       follower}: nor one that has been started
 * </table>
 */
public final class ProcessRegistry {
  /** Says what became of an {@link #add}. */
  public sealed interface AddResult {}

  /**
   * The process is in the registry now.
   *
   * @param id its id
   */
  public record Added(String id) implements AddResult {}

  /**
   * There is another process of that id, and nothing was changed.
   *
   * @param id the id
   * @param present the holder that is there
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
   * @param errors is told of listeners that throw, also of those of holders that {@code start}
   *     makes
   */
  public ProcessRegistry(ListenerErrorHandler errors) {
    processes = new SnapshotMap<>(errors);
    holders = () -> new ProcessStatusHolder(InstantSource.system(), errors);
  }

  /**
   * Creates a registry without processes.
   *
   * @param errors is told of listeners that throw, also of those of holders that {@code start}
   *     makes
   * @param executor runs listeners and dependents of futures, of holders that {@code start} makes,
   *     see {@link ProcessStatusHolder}; the registry's own listeners do not use it
   */
  public ProcessRegistry(ListenerErrorHandler errors, Executor executor) {
    requireNonNull(executor, "executor");
    processes = new SnapshotMap<>(errors);
    holders = () -> new ProcessStatusHolder(InstantSource.system(), errors, executor);
  }

  /**
   * Adds a process, unless there is one of that id.
   *
   * @param id its id
   * @param holder holds its status
   * @return whether it was added, or what is there already
   */
  public AddResult add(String id, ProcessStatusHolder holder) {
    requireNonNull(id, "id");
    requireNonNull(holder, "holder");
    ProcessStatusHolder present = processes.putIfAbsent(id, holder);
    return present == null ? new Added(id) : new Duplicate(id, present);
  }

  /**
   * Starts a process under an id: a new one, or one that is pending, or the next generation of one
   * that is over. The first call for an id makes its holder. Listeners of the holder may run on
   * this thread, see {@link ProcessFollower}, and may call this method.
   *
   * @param id its id
   * @param builder describes the process
   * @return the follower, as {@link #follower} returns it from now on
   * @throws IOException if it could not be started; it stays in the registry as {@code FAILED}, and
   *     this method may be called again
   * @throws IllegalStateException if a process of that id runs, or is being started by another
   *     thread
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
   * Returns the process of an id.
   *
   * @param id the id
   * @return the holder of its status, or null if there is none
   */
  public @Nullable ProcessStatusHolder get(String id) {
    return processes.get(requireNonNull(id, "id"));
  }

  /**
   * Returns the follower of the process of an id, by which it is stopped.
   *
   * @param id the id
   * @return the follower of the current generation, or null if there is no process of that id, or
   *     it has not been started
   */
  public @Nullable ProcessFollower follower(String id) {
    ProcessStatusHolder holder = get(id);
    return holder == null ? null : ProcessFollower.of(holder);
  }

  /**
   * Removes a process. What becomes of the process itself is the caller's to see to, by {@link
   * ProcessFollower#of}.
   *
   * @param id its id
   * @return the holder of its status, or null if there was none
   */
  public @Nullable ProcessStatusHolder remove(String id) {
    return processes.remove(requireNonNull(id, "id"));
  }

  /**
   * Removes a process if it is the one that the caller speaks of, as {@link #remove(String)}.
   *
   * @param id its id
   * @param holder the holder that must be there
   * @return false if there is another one or none, and nothing was changed
   */
  public boolean remove(String id, ProcessStatusHolder holder) {
    requireNonNull(holder, "holder");
    return change(id, holder, editor -> editor.remove(id));
  }

  /**
   * Puts another process in the place of one, if that is the one that the caller speaks of.
   *
   * @param id the id of both
   * @param old the holder that must be there; what becomes of its process is the caller's to see to
   * @param next the holder to be there from now on
   * @return false if there is another one or none, and nothing was changed
   */
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
   * Returns all processes of this moment.
   *
   * @return holders by id, unmodifiable
   */
  public MapSnapshot<String, ProcessStatusHolder> all() {
    return processes.snapshot();
  }

  /**
   * Returns how many processes there are of each status.
   *
   * @return a count for every status, 0 where there is none; the counts add up to the size of the
   *     registry at one moment of the call
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
   * Waits until all processes that are there now have reached a status, or have passed through it,
   * however long that takes.
   *
   * @param status the status, in the generation that each is in
   * @return false at once if one of them cannot reach it any more
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  public boolean awaitAll(ProcessStatus status) throws InterruptedException {
    return awaitAll(status, ChronoUnit.FOREVER.getDuration());
  }

  /**
   * Waits until all processes that are there now have reached a status, or have passed through it.
   * Holders that have an executor wake this thread by it.
   *
   * @param status the status, in the generation that each is in
   * @param timeout how long to wait at most, for all of them together; 292 years or more are no
   *     limit
   * @return false if the time was up, or at once if one of them cannot reach it any more
   * @throws IllegalArgumentException if {@code timeout} is negative
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
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
    // The first that cannot reach it any more decides, not the last one to be waited for.
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
   * Adds a listener that is told of every process that is added, replaced or removed from now on,
   * in order. It is called on the threads that do so; while it blocks, later calls of all listeners
   * of this registry wait, but no change and no process does.
   *
   * @param listener is given the processes before and after
   * @return to be closed when the listener is to be told no more
   */
  public Subscription addListener(
      ChangeListener<MapSnapshot<String, ProcessStatusHolder>> listener) {
    return processes.addListener(listener);
  }
}
