package io.latchless.benchmarks.allocation;

import static io.latchless.benchmarks.workload.Light.AMBER;
import static io.latchless.benchmarks.workload.Light.GREEN;
import static io.latchless.benchmarks.workload.Light.RED;

import io.latchless.benchmarks.workload.Light;
import io.latchless.primitives.AtomicStatus;
import io.latchless.primitives.Backoff;
import io.latchless.primitives.Latest;
import io.latchless.primitives.Lazy;
import io.latchless.primitives.Mailbox;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.Snapshot;
import io.latchless.primitives.SnapshotRef;
import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusSnapshot;
import io.latchless.primitives.TransitionGraph;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One method for each operation whose contract says that it allocates nothing. */
@State(Scope.Benchmark)
public class NonAllocating {
  private static final Object LETTER = new Object();

  private final TransitionGraph<Light> graph = Light.anyToAny();
  private final AtomicStatus<Light> status = new AtomicStatus<>(graph);
  private final StatusHolder<Light, String> holder = StatusHolder.of(graph, "data");
  private final ProcessStatusHolder process = new ProcessStatusHolder();
  private final SnapshotRef<Object> ref = new SnapshotRef<>(LETTER);
  private final Mailbox<Object> mailbox = new Mailbox<>();
  private final Latest<Object> latest = new Latest<>();
  private final Lazy<Object> lazy = Lazy.of(Object::new);
  private final Backoff backoff = new Backoff();

  /** Makes what is read. */
  public NonAllocating() {
    latest.publish(LETTER);
    var unused = lazy.get();
  }

  @Benchmark
  public Light statusGet() {
    return status.get();
  }

  @Benchmark
  public boolean statusIs() {
    return status.is(GREEN);
  }

  @Benchmark
  public long statusVersion() {
    return status.version();
  }

  @Benchmark
  public Light statusStamp() {
    long stamp = status.stamp();
    return status.versionOf(stamp) < 0 ? GREEN : status.stateOf(stamp);
  }

  @Benchmark
  public boolean statusTryTransitionFromState() {
    return status.tryTransition(RED, RED);
  }

  @Benchmark
  public boolean statusTryTransitionRefused() {
    return status.tryTransition(AMBER, GREEN);
  }

  @Benchmark
  public boolean statusTryTransitionFromVersion() {
    return status.tryTransition(status.version(), RED);
  }

  @Benchmark
  public boolean statusTransitionIfAllowed() {
    return status.transitionIfAllowed(RED);
  }

  @Benchmark
  public Light statusTransition() {
    return status.transition(RED);
  }

  @Benchmark
  public StatusSnapshot<Light, String> holderGet() {
    return holder.get();
  }

  @Benchmark
  public Light holderState() {
    return holder.state();
  }

  @Benchmark
  public long holderVersion() {
    return holder.version();
  }

  @Benchmark
  public String holderData() {
    return holder.data();
  }

  @Benchmark
  public ProcessSnapshot processGet() {
    return process.get();
  }

  @Benchmark
  public ProcessStatus processStatus() {
    return process.status();
  }

  @Benchmark
  public Object refGet() {
    return ref.get();
  }

  @Benchmark
  public Snapshot<Object> refSnapshot() {
    return ref.snapshot();
  }

  @Benchmark
  public long refVersion() {
    return ref.version();
  }

  @Benchmark
  public @Nullable Object latestGet() {
    return latest.get();
  }

  @Benchmark
  public @Nullable Snapshot<Object> latestSnapshot() {
    return latest.snapshot();
  }

  @Benchmark
  public long latestVersion() {
    return latest.version();
  }

  @Benchmark
  public @Nullable Object mailboxOfferAndPoll() {
    return mailbox.offer(LETTER) ? mailbox.poll() : null;
  }

  @Benchmark
  public @Nullable Object mailboxReplace() {
    return mailbox.replace(LETTER);
  }

  @Benchmark
  public boolean mailboxIsEmpty() {
    return mailbox.isEmpty();
  }

  @Benchmark
  public Object lazyGet() {
    return lazy.get();
  }

  @Benchmark
  public boolean lazyIsReady() {
    return lazy.isReady();
  }

  @Benchmark
  public void backoffPause() {
    backoff.pause();
  }

  @Benchmark
  public boolean graphAllows() {
    return graph.allows(RED, GREEN);
  }

  @Benchmark
  public boolean graphCanReach() {
    return graph.canReach(RED, GREEN);
  }

  @Benchmark
  public boolean graphIsTerminal() {
    return graph.isTerminal(GREEN);
  }

  @Benchmark
  public Light graphInitial() {
    return graph.initial();
  }
}
