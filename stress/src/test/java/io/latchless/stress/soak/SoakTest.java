package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.AtomicStatus;
import io.latchless.primitives.Latest;
import io.latchless.primitives.Lazy;
import io.latchless.primitives.Mailbox;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.SnapshotRef;
import io.latchless.primitives.StatusHolder;
import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.LockFreeRingBuffer;
import io.latchless.ringbuffer.MpmcRingBuffer;
import io.latchless.ringbuffer.OverwritingRingBuffer;
import io.latchless.ringbuffer.RingBuffer;
import io.latchless.stress.Effort;
import io.latchless.stress.subjects.BlockingSubject;
import io.latchless.stress.subjects.ConfigurationSubject;
import io.latchless.stress.subjects.Gate;
import io.latchless.stress.subjects.Halves;
import io.latchless.stress.subjects.HistorySubject;
import io.latchless.stress.subjects.LatestSubject;
import io.latchless.stress.subjects.Notifier;
import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.ProcessSubject;
import io.latchless.stress.subjects.RingSubject;
import io.latchless.stress.subjects.SlotSubject;
import io.latchless.stress.subjects.StatusSubject;
import io.latchless.stress.subjects.Updating;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoakTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = Effort.of(10_000, 5_000_000);
  private static final int ELEMENTS = Effort.of(1_000_000, 100_000_000);

  /** Fewer, because every few elements wait for another thread to be scheduled. */
  private static final int ELEMENTS_OF_A_SMALL_RING = Effort.of(20_000, 10_000_000);

  static Stream<Named<Supplier<StatusSubject>>> statuses() {
    return Stream.of(
        Named.of("AtomicStatus", () -> StatusSubject.of(new AtomicStatus<>(Phase.graph()))),
        Named.of("StatusHolder", () -> StatusSubject.of(StatusHolder.of(Phase.graph(), 0))));
  }

  static Stream<Named<Supplier<Notifier>>> notifiers() {
    return Stream.of(
        Named.of("SnapshotRef", () -> Notifier.ofSnapshotRef((listener, thrown) -> {})),
        Named.of("SnapshotMap", () -> Notifier.ofSnapshotMap((listener, thrown) -> {})),
        Named.of("StatusHolder", () -> Notifier.ofStatusHolder((listener, thrown) -> {})),
        Named.of(
            "ProcessStatusHolder", () -> Notifier.ofProcessStatusHolder((listener, thrown) -> {})));
  }

  static Stream<Named<Supplier<Gate>>> gates() {
    return Stream.of(
        Named.of("StatusHolder", () -> Gate.of(StatusHolder.of(Phase.graph(), 0))),
        Named.of("ProcessStatusHolder", () -> Gate.of(new ProcessStatusHolder())),
        Named.of("Latest", () -> Gate.of(new Latest<>())),
        Named.of("Mailbox", () -> Gate.of(new Mailbox<>())));
  }

  static Stream<Named<Supplier<Gate>>> gatesThatCallBack() {
    return gates().limit(2);
  }

  static <E> Stream<Named<RingBuffer<E>>> rings() {
    return Stream.of(
        Named.of("MpmcRingBuffer of 1", new MpmcRingBuffer<>(1)),
        Named.of("MpmcRingBuffer of 3", new MpmcRingBuffer<>(3)),
        Named.of("MpmcRingBuffer of 64", new MpmcRingBuffer<>(64)),
        Named.of("LockFreeRingBuffer of 1", new LockFreeRingBuffer<>(1)),
        Named.of("LockFreeRingBuffer of 64", new LockFreeRingBuffer<>(64)),
        Named.of("BlockingRingBuffer of 64", new BlockingRingBuffer<>(64)));
  }

  private static void assertNone(List<String> findings) {
    assertThat(findings).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void everyTransitionIsCounted(Supplier<StatusSubject> status) throws InterruptedException {
    assertNone(StatusAccount.audit(status.get(), THREADS, ROUNDS));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void oneThreadAloneEndsIt(Supplier<StatusSubject> status) throws InterruptedException {
    assertNone(StatusAccount.ending(status, THREADS, Effort.of(5_000, 200_000)));
  }

  @Test
  void noUpdateIsLost() throws InterruptedException {
    SnapshotRef<Halves> ref = new SnapshotRef<>(new Halves(0, 0));
    assertNone(ConfigurationAccount.audit(ConfigurationSubject.of(ref), THREADS, ROUNDS));
  }

  @Test
  void everyBatchComesOnce() throws InterruptedException {
    assertNone(SlotAccount.audit(SlotSubject.of(new Mailbox<>()), 2, ROUNDS));
  }

  @Test
  void everyVersionHasOneValue() throws InterruptedException {
    assertNone(LatestAccount.audit(LatestSubject.of(new Latest<>()), 2, ROUNDS));
  }

  @Test
  void everyObjectIsMadeOnce() throws InterruptedException {
    assertNone(LazyAccount.audit(Lazy::of, THREADS, Effort.of(5_000, 500_000)));
  }

  @Test
  void noGenerationIsTornOrEndsTwice() throws InterruptedException {
    ProcessStatusHolder holder = new ProcessStatusHolder();
    assertNone(ProcessAccount.audit(ProcessSubject.of(holder), THREADS, ROUNDS));
    assertNone(ProcessAccount.lateExit(ProcessSubject.of(new ProcessStatusHolder())));
  }

  @ParameterizedTest
  @MethodSource("notifiers")
  void listenersAreToldOfEveryVersionInOrder(Supplier<Notifier> notifier)
      throws InterruptedException {
    assertNone(NotifierAccount.stayers(notifier.get(), THREADS, ROUNDS, 3));
  }

  @ParameterizedTest
  @MethodSource("notifiers")
  void listenersComeAndGo(Supplier<Notifier> notifier) throws InterruptedException {
    assertNone(NotifierAccount.churn(notifier.get(), 2, 3, Effort.of(2_000, 500_000)));
    assertNone(NotifierAccount.churn(notifier.get(), 2, 1, Effort.of(2_000, 500_000)));
  }

  @ParameterizedTest
  @MethodSource("notifiers")
  void listenersAreKeptApart(Supplier<Notifier> notifier) throws InterruptedException {
    assertNone(NotifierChecks.order(notifier.get()));
    assertNone(NotifierChecks.recursion(notifier.get(), 100_000));
    assertNone(NotifierChecks.isolation(notifier.get()));
  }

  @ParameterizedTest
  @MethodSource("gates")
  void waitersComeAndGo(Supplier<Gate> gate) throws InterruptedException {
    assertNone(GateChecks.comeAndGo(gate.get(), THREADS, Effort.of(500, 100_000)));
  }

  @ParameterizedTest
  @MethodSource("gatesThatCallBack")
  void noWakeUpIsLost(Supplier<Gate> gate) throws InterruptedException {
    assertNone(GateChecks.openedAfterLook(gate.get(), 1));
    assertNone(GateChecks.openedAfterLook(gate.get(), 2));
  }

  @ParameterizedTest
  @MethodSource("rings")
  void everyElementComesOnceAndInOrder(RingBuffer<Integer> ring) throws InterruptedException {
    int each = ring.capacity() < 64 ? ELEMENTS_OF_A_SMALL_RING / 2 : ELEMENTS / 2;
    assertNone(RingAccount.audit(RingSubject.of(ring), ring.capacity(), 2, each));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 64})
  void everyLookShowsWhatWasAddedInOrder(int capacity) throws InterruptedException {
    HistorySubject history = HistorySubject.of(new OverwritingRingBuffer<>(capacity));
    assertNone(HistoryAccount.audit(history, capacity, 2, ELEMENTS / 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void noElementIsLostToAnInterruptOrALimit(int capacity) throws InterruptedException {
    BlockingSubject ring = BlockingSubject.of(new BlockingRingBuffer<>(capacity));
    assertNone(BlockingAccount.audit(ring, 2, Effort.of(20_000, 5_000_000)));
  }

  @Test
  void noConsumerSleepsBesideAnElement() throws InterruptedException {
    BlockingSubject ring = BlockingSubject.of(new BlockingRingBuffer<>(1));
    assertNone(BlockingChecks.handOver(ring, Effort.of(500, 100_000)));
  }

  @Test
  void whoGivesUpPassesItsWakeUpOn() throws InterruptedException {
    BlockingSubject ring = BlockingSubject.of(new BlockingRingBuffer<>(1));
    assertNone(BlockingChecks.handOverToTheOther(ring, Effort.of(200, 50_000)));
  }

  @Test
  void nobodyOutlivesClose() throws InterruptedException {
    for (int i = 0; i < Effort.of(50, 10_000); i++) {
      assertNone(BlockingChecks.closing(BlockingSubject.of(new BlockingRingBuffer<>(1)), THREADS));
      assertNone(
          BlockingChecks.closingOfAFullOne(
              BlockingSubject.of(new BlockingRingBuffer<>(2)), THREADS));
    }
  }

  @Test
  void nobodyStaysParkedBesideWhatItWaitsFor() throws InterruptedException {
    assertNone(RestAccount.audit(Effort.of(300, 100_000), 20_260_101));
  }

  @ParameterizedTest
  @MethodSource("rings")
  void whatWasTakenIsGarbage(RingBuffer<Object> ring) throws InterruptedException {
    assertNone(RetentionCheck.audit(ring));
  }

  @Test
  void aPassingStateIsSeen() throws InterruptedException {
    assertNone(TransientCheck.audit(holder -> holder::awaitReached));
  }

  @Test
  void aLoserStepsAside() {
    assertNone(RetryCheck.audit(Updating.of(new SnapshotRef<>(new Halves(0, 0)))));
  }

  @Test
  void aFailureIsShared() throws InterruptedException {
    assertNone(LazyChecks.sharedFailure(Lazy::of, THREADS));
  }

  @Test
  void recursionIsToldOf() throws InterruptedException {
    assertNone(LazyChecks.recursion(Lazy::of));
  }
}
