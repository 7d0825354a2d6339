package io.latchless.benchmarks.allocation;

import static io.latchless.benchmarks.workload.Light.AMBER;
import static io.latchless.benchmarks.workload.Light.GREEN;
import static io.latchless.benchmarks.workload.Light.RED;

import io.latchless.benchmarks.workload.Light;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.PublishResult;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import io.latchless.metrics.Counter;
import io.latchless.metrics.DecayingMean;
import io.latchless.metrics.DecayingRate;
import io.latchless.metrics.Ewma;
import io.latchless.metrics.Gauge;
import io.latchless.metrics.LatencyHistogram;
import io.latchless.metrics.MaxMin;
import io.latchless.metrics.Outcome;
import io.latchless.metrics.RequestMetrics;
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
import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.ProcessRegistry;
import io.latchless.registry.Propagation;
import io.latchless.registry.QuiescentHandlerRegistry;
import io.latchless.registry.ScopedHandlerRegistry;
import io.latchless.registry.SnapshotMap;
import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.LockFreeRingBuffer;
import io.latchless.ringbuffer.MpmcRingBuffer;
import io.latchless.ringbuffer.OverwritingRingBuffer;
import io.latchless.ringbuffer.RingBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One method for each operation that is documented not to allocate. */
@State(Scope.Benchmark)
public class NonAllocating {
  private static final Object LETTER = new Object();
  private static final String KEY = "key-7";
  private static final String BELOW = KEY + ".with.no.handlers";
  private static final int CAPACITY = 64;

  /** More than one claim, and fewer elements than the threads of a test have space for. */
  private static final int BATCH = 12;

  /** After so many events a runner allocates an object to go on. */
  private static final int SLICE = 10_000;

  private static final Topic<Object> LETTERS = Topic.of("post.letters", Object.class);

  private final TransitionGraph<Light> graph = Light.anyToAny();
  private final EventBus bus = busWithAQueue(Runnable::run);
  private final EventBus full = busWithAQueue(task -> {});
  private final AtomicStatus<Light> status = new AtomicStatus<>(graph);
  private final StatusHolder<Light, String> holder = StatusHolder.of(graph, "data");
  private final ProcessStatusHolder process = new ProcessStatusHolder();
  private final SnapshotRef<Object> ref = new SnapshotRef<>(LETTER);
  private final Mailbox<Object> mailbox = new Mailbox<>();
  private final Latest<Object> latest = new Latest<>();
  private final Lazy<Object> lazy = Lazy.of(Object::new);
  private final Backoff backoff = new Backoff();
  private final MpmcRingBuffer<Object> mpmc = new MpmcRingBuffer<>(CAPACITY);
  private final LockFreeRingBuffer<Object> lockFree = new LockFreeRingBuffer<>(CAPACITY);
  private final BlockingRingBuffer<Object> blocking = new BlockingRingBuffer<>(CAPACITY);
  private final OverwritingRingBuffer<Object> overwriting = new OverwritingRingBuffer<>(CAPACITY);

  private final SnapshotMap<String, Object> flat = filled(10);
  private final SnapshotMap<String, Object> trie = filled(1_000);
  private final HandlerRegistry<String, Runnable> handlers = new HandlerRegistry<>();
  private final QuiescentHandlerRegistry<String, Runnable> quiescent =
      new QuiescentHandlerRegistry<>();
  private final ScopedHandlerRegistry<Runnable> scopes = new ScopedHandlerRegistry<>();
  private final ProcessRegistry processes = new ProcessRegistry();
  private final LatencyHistogram histogram = new LatencyHistogram();
  private final Counter counter = new Counter();
  private final Gauge gauge = new Gauge();
  private final MaxMin maxMin = new MaxMin();
  private final Ewma ewma = Ewma.ofSamples(100);
  private final DecayingMean decayingMean = new DecayingMean(Duration.ofMinutes(1));
  private final DecayingRate decayingRate = new DecayingRate(Duration.ofMinutes(1));
  private final RequestMetrics requests = new RequestMetrics();
  private final RequestMetrics everyRequestFigure =
      RequestMetrics.builder().decaying(Duration.ofMinutes(1)).histogram().build();

  /** Creates the objects to read. */
  public NonAllocating() {
    for (int i = 0; i < 3; i++) {
      handlers.subscribe(KEY, () -> {});
      quiescent.subscribe(KEY, () -> {});
      scopes.subscribe(KEY, () -> {});
      scopes.subscribe(ScopedHandlerRegistry.CATCH_ALL, () -> {});
    }
    processes.add(KEY, process);
    latest.publish(LETTER);
    var unused = lazy.get();
    for (int i = 0; i < CAPACITY; i++) {
      overwriting.add(LETTER);
    }
  }

  private static SnapshotMap<String, Object> filled(int entries) {
    SnapshotMap<String, Object> map = new SnapshotMap<>();
    for (int i = 0; i < entries; i++) {
      map.put("key-" + i, LETTER);
    }
    return map;
  }

  @Benchmark
  public @Nullable Object flatMapGet() {
    return flat.get(KEY);
  }

  @Benchmark
  public @Nullable Object trieMapGet() {
    return trie.get(KEY);
  }

  @Benchmark
  public boolean mapContainsKey() {
    return trie.containsKey("another");
  }

  @Benchmark
  public long mapSizeAndVersion() {
    return trie.size() + trie.version();
  }

  @Benchmark
  public @Nullable Object mapSnapshotGet() {
    return trie.snapshot().get(KEY);
  }

  @Benchmark
  public int handlersDispatch() {
    return handlers.dispatch(KEY, LETTER, (handler, event) -> handler.run());
  }

  @Benchmark
  public int handlersDispatchToAll() {
    return handlers.dispatch(
        KEY, LETTER, (handler, event) -> handler.run(), (handler, thrown) -> {});
  }

  @Benchmark
  public int handlersCount() {
    return handlers.handlerCount(KEY) + handlers.keyCount();
  }

  @Benchmark
  public int quiescentDispatch() {
    return quiescent.dispatch(KEY, LETTER, (handler, event) -> handler.run());
  }

  @Benchmark
  public int quiescentDispatchToAll() {
    return quiescent.dispatch(
        KEY, LETTER, (handler, event) -> handler.run(), (handler, thrown) -> {});
  }

  @Benchmark
  public boolean scopesEmit() {
    return scopes.emit(KEY, LETTER, NonAllocating::goOn);
  }

  @Benchmark
  public boolean scopesEmitFromBelow() {
    return scopes.emit(BELOW, LETTER, NonAllocating::goOn);
  }

  @Benchmark
  public boolean scopesEmitToAll() {
    return scopes.emit(BELOW, LETTER, NonAllocating::goOn, (handler, thrown) -> {});
  }

  private static Propagation goOn(Runnable handler, Object event) {
    handler.run();
    return Propagation.CONTINUE;
  }

  @Benchmark
  public @Nullable Object processesGet() {
    return processes.get(KEY);
  }

  @Benchmark
  public Object processesAll() {
    return processes.all();
  }

  @Benchmark
  public Light statusGet() {
    return status.get();
  }

  @Benchmark
  public boolean statusIs() {
    return status.isIn(GREEN);
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
    backoff.pause(1);
  }

  @Benchmark
  public void histogramRecord() {
    histogram.record(1_000);
  }

  @Benchmark
  public void histogramRecordCorrected() {
    histogram.recordCorrected(10_000, 1_000);
  }

  @Benchmark
  public void decayingMeanRecord() {
    decayingMean.record(1_000);
  }

  @Benchmark
  public void decayingRateMark() {
    decayingRate.mark();
  }

  @Benchmark
  public void requestsRecord() {
    requests.record(Outcome.SUCCESS, 100, 1_000);
  }

  @Benchmark
  public void requestsRecordStatus() {
    requests.recordStatus(404, 100, 1_000);
  }

  @Benchmark
  public void requestsRecordEverything() {
    everyRequestFigure.record(Outcome.SUCCESS, 100, 1_000);
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

  @Benchmark
  public @Nullable Object mpmcOfferAndPoll() {
    return mpmc.offer(LETTER) ? mpmc.poll() : null;
  }

  @Benchmark
  public int mpmcFillAndDrain() {
    return fillAndDrain(mpmc);
  }

  @Benchmark
  public boolean mpmcLooks() {
    return looks(mpmc);
  }

  @Benchmark
  public @Nullable Object lockFreeOfferAndPoll() {
    return lockFree.offer(LETTER) ? lockFree.poll() : null;
  }

  @Benchmark
  public int lockFreeFillAndDrain() {
    return fillAndDrain(lockFree);
  }

  @Benchmark
  public boolean lockFreeLooks() {
    return looks(lockFree);
  }

  @Benchmark
  public @Nullable Object blockingOfferAndPoll() {
    return blocking.offer(LETTER) ? blocking.poll() : null;
  }

  @Benchmark
  public int blockingFillAndDrain() {
    return fillAndDrain(blocking);
  }

  @Benchmark
  public boolean blockingLooks() {
    return looks(blocking);
  }

  private static int fillAndDrain(RingBuffer<Object> ring) {
    return ring.drain(NonAllocating::read, ring.fill(NonAllocating::write, BATCH));
  }

  private static Object write() {
    return LETTER;
  }

  private static void read(Object letter) {}

  private static boolean looks(RingBuffer<Object> ring) {
    return ring.peek() == null && ring.size() == 0 && ring.isEmpty();
  }

  @Benchmark
  public Object blockingPutAndTake() throws InterruptedException {
    blocking.put(LETTER);
    return blocking.take();
  }

  @Benchmark
  public @Nullable Object blockingTimed() throws InterruptedException {
    return blocking.offer(LETTER, 1, TimeUnit.SECONDS) ? blocking.poll(1, TimeUnit.SECONDS) : null;
  }

  @Benchmark
  public int overwritingNewest() {
    return overwriting.newest(CAPACITY, NonAllocating::read);
  }

  @Benchmark
  public long overwritingCounts() {
    return overwriting.size() + overwriting.written() + overwriting.overwritten();
  }

  @Benchmark
  public void counterIncrementAndAdd() {
    counter.increment();
    counter.add(2);
  }

  @Benchmark
  public long counterSums() {
    return counter.sum() + counter.sumThenReset();
  }

  @Benchmark
  public long gaugeChangesAndGet() {
    gauge.set(7);
    gauge.add(2);
    gauge.increment();
    gauge.decrement();
    return gauge.get();
  }

  /** Most samples are inside the range, some outside. */
  @Benchmark
  public void maxMinRecord() {
    long steps = gauge.increment();
    maxMin.record(steps % 100 == 0 ? steps : -steps);
  }

  @Benchmark
  public double ewmaRecordAndValue() {
    ewma.record(1_000);
    return ewma.value();
  }

  private static EventBus busWithAQueue(Executor executor) {
    EventBus bus = EventBus.builder().build();
    bus.subscribe(
        LETTERS, letter -> {}, SubscriptionOptions.queued().on(executor).batchSize(SLICE));
    return bus;
  }

  /** The publisher's thread drains the queue, as an executor's thread would. */
  @Benchmark
  public PublishResult busPublish() {
    return bus.publish(LETTERS, LETTER);
  }

  /** No thread drains the queue. */
  @Benchmark
  public PublishResult busPublishAtAFullQueue() {
    return full.publish(LETTERS, LETTER);
  }
}
