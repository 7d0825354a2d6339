package io.latchless.stress.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.ringbuffer.RingBuffer;
import io.latchless.stress.hostile.RingSubject.Element;
import io.latchless.stress.rogues.RingThatCallsOutUnderItsLock;
import io.latchless.stress.rogues.RingThatLosesItsBatch;
import io.latchless.stress.rogues.RingThatLosesRoom;
import io.latchless.stress.subjects.LockedRing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Checks the finder and the hostilities themselves: they report what they should. */
public class HostileRoguesTest {
  /**
   * Looks like a public API: every method but one takes user code, calls it later or compares
   * values.
   */
  @SuppressWarnings("unused")
  public static final class Planted<T extends Comparable<T>> {
    public Planted(Executor executor) {}

    public void several(Supplier<T> first, Runnable... more) {}

    public void target(Collection<? super T> target) {}

    public void value(Object value) {}

    public CompletableFuture<T> future() {
      return new CompletableFuture<>();
    }

    public int harmless(int number, String text) {
      return number;
    }
  }

  /** Declares no method that takes user code, but inherits one. */
  public abstract static class Inheriting implements Iterable<String> {
    @Override
    public abstract Iterator<String> iterator();
  }

  @Test
  void findsWhatTakesUserCode() {
    assertThat(UserCode.sites(List.of(Planted.class)))
        .containsExactlyInAnyOrder(
            "HostileRoguesTest.Planted.new(Executor)",
            "HostileRoguesTest.Planted.several(Supplier,Runnable[])",
            "HostileRoguesTest.Planted.target(Collection)",
            "HostileRoguesTest.Planted.value(Object)",
            "HostileRoguesTest.Planted.future()");
  }

  @Test
  void findsWhatIsInherited() {
    assertThat(UserCode.sites(List.of(Inheriting.class)))
        .containsExactlyInAnyOrder(
            "HostileRoguesTest.Inheriting.forEach(Consumer)",
            "HostileRoguesTest.Inheriting.iterator()",
            "HostileRoguesTest.Inheriting.spliterator()");
  }

  @Test
  void objectsToWhatHasNoScenario() {
    assertThat(Scenarios.missing(Set.of("Planted.value(Object)"))).hasSize(1);
  }

  @Test
  void reportsNothingOfASoundRing() {
    assertThat(findings("drain(Consumer,int)", LockedRing::new)).isEmpty();
    assertThat(findings("fill(Supplier,int)", LockedRing::new)).isEmpty();
  }

  @Test
  void reportsALostBatch() {
    assertThat(findings("drain(Consumer,int)", RingThatLosesItsBatch::new))
        .anyMatch(each -> each.contains("THROWS_CHECKED") && each.contains("elements are lost"));
  }

  @Test
  void reportsUserCodeUnderALock() {
    List<String> faults = new ArrayList<>();
    Row<RingSubject> row =
        row(
            "drain(Consumer,int)",
            RingThatCallsOutUnderItsLock::new,
            subject -> subject.operations().keySet().retainAll(Set.of("poll")));
    Threads.withDeadline(1, () -> Hostility.BLOCKS.against(row, faults));
    assertThat(faults).anyMatch(each -> each.startsWith("poll meanwhile does not get through"));
  }

  @Test
  void reportsLostRoom() {
    assertThat(findings("fill(Supplier,int)", RingThatLosesRoom::new))
        .anyMatch(each -> each.contains("THROWS_ERROR") && each.contains("has room for"));
  }

  @Test
  void reportsRoomThatAnOverflowHasLost() {
    Row<RingSubject> row = row("offer(Object)", RingThatLosesRoom::new);
    assertThat(new DepthSweep(1, 100).findings(List.of(row)))
        .anyMatch(each -> each.contains("stack overflow") && each.contains("has room for"));
    Row<RingSubject> sound = row("drain(Consumer,int)", LockedRing::new);
    assertThat(new DepthSweep(1, 100).findings(List.of(sound))).isEmpty();
  }

  private static List<String> findings(
      String signature, IntFunction<? extends RingBuffer<Element>> maker) {
    return Hostility.findings(row(signature, maker));
  }

  private static Row<RingSubject> row(
      String signature, IntFunction<? extends RingBuffer<Element>> maker) {
    return row(signature, maker, subject -> {});
  }

  private static Row<RingSubject> row(
      String signature,
      IntFunction<? extends RingBuffer<Element>> maker,
      Consumer<RingSubject> preparation) {
    return RingScenarios.of(LockedRing.class, maker, preparation).rows().stream()
        .filter(each -> each.toString().endsWith(": " + signature))
        .findFirst()
        .orElseThrow();
  }
}
