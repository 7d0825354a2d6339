package io.latchless.registry;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.latchless.primitives.ChangeListener;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.Subscription;
import io.latchless.primitives.internal.Arguments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Processes by id, each with the holder of its status.
 *
 * <pre>{@code
 * ProcessRegistry processes = new ProcessRegistry();
 * ProcessStatusHolder web = new ProcessStatusHolder();
 * if (processes.add("web", web) instanceof ProcessRegistry.Duplicate taken) {
 *   throw new IllegalStateException("web is there already, " + taken.present().status());
 * }
 * ProcessFollower.start(web, new ProcessBuilder("web-server"));
 * processes.countByStatus().get(ProcessStatus.RUNNING);
 * }</pre>
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number
 *   <tr><th scope="row">Progress<td>{@code get}, {@code all}, {@code countByStatus}: wait-free; {@code add},
 *       {@code remove}: lock-free, see {@link SnapshotMap}; {@code awaitAll} parks
 *   <tr><th scope="row">Linearizable<td>{@code add}, {@code remove}, {@code get}, {@code all}. {@code
 *       countByStatus} counts each process of one moment once, by a status that it had during the call
 *   <tr><th scope="row">Happens-before<td>as of {@link SnapshotMap} and {@link ProcessStatusHolder}
 *   <tr><th scope="row">Allocation<td>none in {@code get} and {@code all}
 *   <tr><th scope="row">Memory<td>about 540 bytes, and as {@link MapSnapshot}
 *   <tr><th scope="row">Null means<td>{@code get}, {@code remove}: there is no process of that id
 * </table>
 */
public final class ProcessRegistry {
  /** What became of an {@link #add}. */
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

  /** A registry without processes that logs what listeners throw. */
  public ProcessRegistry() {
    this(ListenerErrorHandler.logging());
  }

  /**
   * A registry without processes.
   *
   * @param errors is told of listeners that throw
   */
  public ProcessRegistry(ListenerErrorHandler errors) {
    processes = new SnapshotMap<>(errors);
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
   * The process of an id.
   *
   * @param id the id
   * @return the holder of its status, or null if there is none
   */
  public @Nullable ProcessStatusHolder get(String id) {
    return processes.get(requireNonNull(id, "id"));
  }

  /**
   * Removes a process. What becomes of the process itself is the caller's to see to.
   *
   * @param id its id
   * @return the holder of its status, or null if there was none
   */
  public @Nullable ProcessStatusHolder remove(String id) {
    return processes.remove(requireNonNull(id, "id"));
  }

  /**
   * All processes of this moment.
   *
   * @return holders by id, unmodifiable
   */
  public MapSnapshot<String, ProcessStatusHolder> all() {
    return processes.snapshot();
  }

  /**
   * How many processes there are of each status.
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
   * Waits until all processes that are there now have reached a status, or have passed through it.
   *
   * @param status the status, in the generation that each is in
   * @param timeout how long to wait at most, for all of them together
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
   * Has a listener told of every process that is added or removed from now on, in order.
   *
   * @param listener is given the processes before and after
   * @return to be closed when the listener is to be told no more
   */
  public Subscription addListener(
      ChangeListener<MapSnapshot<String, ProcessStatusHolder>> listener) {
    return processes.addListener(listener);
  }
}
