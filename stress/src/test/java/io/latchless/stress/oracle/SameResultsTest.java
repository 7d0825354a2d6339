package io.latchless.stress.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.benchmarks.holder.Holder;
import io.latchless.benchmarks.holder.Holders;
import io.latchless.benchmarks.latest.LatestValues;
import io.latchless.benchmarks.latest.NumberedLatest;
import io.latchless.benchmarks.lazy.Lazies;
import io.latchless.benchmarks.mailbox.Slot;
import io.latchless.benchmarks.mailbox.Slots;
import io.latchless.benchmarks.process.ProcessHolder;
import io.latchless.benchmarks.process.ProcessHolders;
import io.latchless.benchmarks.snapshot.Snapshots;
import io.latchless.benchmarks.snapshot.VersionedRef;
import io.latchless.benchmarks.status.Status;
import io.latchless.benchmarks.status.Statuses;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.stress.subjects.Phase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** In any sequence of operations the library returns the same results as the mutex versions. */
class SameResultsTest {
  private static final int TRIES = 300;
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final ListenerErrorHandler SILENT = (listener, thrown) -> {};

  private static <T> void assertSame(
      List<Step<T>> steps,
      List<String> names,
      Function<String, T> factory,
      Step.Operation<T> lastLook) {
    List<String> ours = Step.results(steps, factory.apply(names.get(0)), lastLook);
    for (String name : names.subList(1, names.size())) {
      assertThat(ours).as(name).isEqualTo(Step.results(steps, factory.apply(name), lastLook));
    }
  }

  @Provide
  Arbitrary<List<Step<Status<Phase>>>> statusSteps() {
    return StatusSteps.any().list().ofMaxSize(20);
  }

  @Property(tries = TRIES)
  void status(@ForAll("statusSteps") List<Step<Status<Phase>>> steps) {
    assertSame(
        steps,
        Statuses.NAMES,
        name -> Statuses.create(name, Phase.graph()),
        status -> status.get() + "@" + status.version());
  }

  @Provide
  Arbitrary<List<Step<Holder<Phase, Integer>>>> holderSteps() {
    return HolderSteps.any().list().ofMaxSize(20);
  }

  @Property(tries = TRIES)
  void holder(@ForAll("holderSteps") List<Step<Holder<Phase, Integer>>> steps) {
    List<List<String>> told = new ArrayList<>();
    assertSame(
        steps,
        Holders.NAMES,
        name -> {
          Holder<Phase, Integer> holder = Holders.create(name, Phase.graph(), 0, CLOCK, SILENT);
          List<String> mine = new ArrayList<>();
          told.add(mine);
          holder.addListener((from, to) -> mine.add(from + " -> " + to));
          return holder;
        },
        Holder::get);
    assertThat(told).allMatch(each -> each.equals(told.get(0)));
  }

  @Provide
  Arbitrary<List<Step<ProcessHolder>>> processSteps() {
    return ProcessSteps.any().list().ofMaxSize(25);
  }

  @Property(tries = TRIES)
  void process(@ForAll("processSteps") List<Step<ProcessHolder>> steps) {
    List<List<String>> told = new ArrayList<>();
    assertSame(
        steps,
        ProcessHolders.NAMES,
        name -> {
          ProcessHolder holder = ProcessHolders.create(name, CLOCK, SILENT);
          List<String> mine = new ArrayList<>();
          told.add(mine);
          holder.addListener((from, to) -> mine.add(from + " -> " + to));
          return holder;
        },
        ProcessHolder::get);
    assertThat(told).allMatch(each -> each.equals(told.get(0)));
  }

  @Provide
  Arbitrary<List<Step<VersionedRef<Integer>>>> snapshotSteps() {
    return SnapshotSteps.any().list().ofMaxSize(20);
  }

  @Property(tries = TRIES)
  void snapshotRef(@ForAll("snapshotSteps") List<Step<VersionedRef<Integer>>> steps) {
    List<List<String>> told = new ArrayList<>();
    assertSame(
        steps,
        Snapshots.NAMES,
        name -> {
          VersionedRef<Integer> ref = Snapshots.create(name, 0, SILENT);
          List<String> mine = new ArrayList<>();
          told.add(mine);
          ref.addListener(
              (before, after, version) -> mine.add(before + ">" + after + "@" + version));
          return ref;
        },
        VersionedRef::snapshot);
    assertThat(told).allMatch(each -> each.equals(told.get(0)));
  }

  @Provide
  Arbitrary<List<Step<Slot<Integer>>>> slotSteps() {
    return HandOverSteps.ofSlot().list().ofMaxSize(20);
  }

  @Property(tries = TRIES)
  void mailbox(@ForAll("slotSteps") List<Step<Slot<Integer>>> steps) {
    assertSame(steps, Slots.NAMES, Slots::create, slot -> String.valueOf(slot.poll()));
  }

  @Provide
  Arbitrary<List<Step<NumberedLatest<Integer>>>> latestSteps() {
    return HandOverSteps.ofLatest().list().ofMaxSize(20);
  }

  @Property(tries = TRIES)
  void latest(@ForAll("latestSteps") List<Step<NumberedLatest<Integer>>> steps) {
    assertSame(
        steps, LatestValues.NAMES, LatestValues::create, each -> String.valueOf(each.snapshot()));
  }

  @Property(tries = TRIES)
  void lazy(
      @ForAll @IntRange(max = 4) int failures,
      @ForAll @IntRange(max = 8) int calls,
      @ForAll boolean rememberFailure) {
    Step<Supplier<Integer>> get = new Step<>("get", SameResultsTest::valueOrCause);
    assertSame(
        Collections.nCopies(calls, get),
        Lazies.NAMES,
        name -> {
          AtomicInteger runs = new AtomicInteger();
          return Lazies.create(
              name,
              () -> {
                int run = runs.incrementAndGet();
                if (run <= failures) {
                  throw new UnsupportedOperationException("run " + run);
                }
                return run;
              },
              rememberFailure);
        },
        SameResultsTest::valueOrCause);
  }

  @Example
  void aDifferenceIsFound() {
    Step<AtomicInteger> add = new Step<>("add", AtomicInteger::incrementAndGet);
    assertThatThrownBy(
            () ->
                assertSame(
                    List.of(add),
                    List.of("0", "1"),
                    name -> new AtomicInteger(Integer.parseInt(name)),
                    AtomicInteger::get))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("add: 1")
        .hasMessageContaining("add: 2");
  }

  private static String valueOrCause(Supplier<Integer> lazy) {
    try {
      return String.valueOf(lazy.get());
    } catch (RuntimeException thrown) {
      return String.valueOf(thrown.getCause());
    }
  }
}
