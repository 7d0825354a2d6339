package io.latchless.stress.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.latchless.stress.rogues.RingThatAsksACounter;
import io.latchless.stress.rogues.RingWhoseFailedFillWakesNobody;
import io.latchless.stress.rogues.WaitersCountedByWakers;
import io.latchless.stress.subjects.WaitingList;
import io.latchless.stress.subjects.WaitingRing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

public class ThawRoguesTest {
  private static final int CAPACITY = 2;
  private static final Duration ROGUES_PATIENCE = Duration.ofMillis(300);

  /** An interrupt and a wake-up must meet in one thread, so each run gets several chances. */
  private static final int CHANCES = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A queue with capacity two in which threads wait. */
  abstract static class OfWaitingRing implements ThawStage {
    private final Supplier<? extends WaitingRing> rings;
    private volatile WaitingRing ring;

    OfWaitingRing(Supplier<? extends WaitingRing> rings) {
      this.rings = rings;
      ring = rings.get();
    }

    final Walk walk(String waiting, String victim, String lead, String script) {
      List<String> scripts = Collections.nCopies(waiting.isEmpty() ? 1 : CHANCES, script);
      return new Walk(victim, this::renew, waiting, victim, lead, scripts);
    }

    private void renew() {
      ring = rings.get();
    }

    @Override
    public List<Walk> walks() {
      return List.of(
          walk("", "take", "steal offer", "take offer close"),
          walk("", "failToFill", "", "put"),
          walk("take take", "removeAnother", "", "offerToTheInterrupted"));
    }

    @Override
    public List<Act> acts() {
      return List.of(
          new Act("take", cast -> ring.take()),
          new Act("put", cast -> ring.put(1)),
          new Act("offer", cast -> ring.offer(1)),
          new Act("steal", cast -> steal()),
          new Act("close", cast -> ring.close()),
          new Act("failToFill", cast -> failToFill()),
          new Act("removeAnother", cast -> ring.remove(2)),
          new Act("offerToTheInterrupted", this::offerToTheInterrupted));
    }

    private void steal() {
      if (ring.offer(1)) {
        ring.poll();
      }
    }

    private void failToFill() {
      try {
        ring.fill(
            () -> {
              throw new IllegalArgumentException("supplier");
            });
      } catch (IllegalArgumentException expected) {
        ring.poll();
      }
    }

    private void offerToTheInterrupted(Cast cast) {
      cast.first().interrupt();
      ring.offer(1);
    }

    @Override
    public List<String> objections(List<String> parked) {
      List<String> objections = new ArrayList<>();
      if (parked.contains("take") && ring.hasElement()) {
        objections.add("a consumer is parked although an element is in");
      }
      if (parked.contains("put") && ring.hasRoom()) {
        objections.add("a producer is parked although there is room");
      }
      if (!parked.isEmpty() && ring.isClosed()) {
        objections.add("parked in a closed queue: " + parked);
      }
      if (ring.waiterCount() != parked.size()) {
        objections.add(ring.waiterCount() + " waiters are counted, but parked are " + parked);
      }
      return objections;
    }

    @Override
    public void end() {
      ring.close();
    }
  }

  /** The sound ring that the rogues extend. */
  public static final class OfOurs extends OfWaitingRing {
    public OfOurs() {
      super(() -> new WaitingRing(CAPACITY, WaitingList::ofOurs));
    }
  }

  /** {@link WaitersCountedByWakers}, in a queue. */
  public static final class OfWaitersCountedByWakers extends OfWaitingRing {
    public OfWaitersCountedByWakers() {
      super(() -> new WaitingRing(CAPACITY, WaitersCountedByWakers::new));
    }
  }

  /** {@link RingWhoseFailedFillWakesNobody}. */
  public static final class OfRingWhoseFailedFillWakesNobody extends OfWaitingRing {
    public OfRingWhoseFailedFillWakesNobody() {
      super(() -> new RingWhoseFailedFillWakesNobody(CAPACITY));
    }
  }

  /** {@link RingThatAsksACounter}. */
  public static final class OfRingThatAsksACounter extends OfWaitingRing {
    public OfRingThatAsksACounter() {
      super(() -> new RingThatAsksACounter(CAPACITY));
    }
  }

  private static void assertReported(Class<? extends ThawStage> stage, String expected) {
    assertThat(ThawProbe.walk(stage, ROGUES_PATIENCE, CHANCES).findings())
        .anySatisfy(finding -> assertThat(finding).contains(expected));
  }

  @Test
  @Execution(CONCURRENT)
  void reportsACountThatIsLoweredByWakers() {
    assertReported(OfWaitersCountedByWakers.class, "parked in a closed queue: [take]");
  }

  @Test
  @Execution(CONCURRENT)
  void reportsRoomThatIsGivenBackInSilence() {
    assertReported(
        OfRingWhoseFailedFillWakesNobody.class, "a producer is parked although there is room");
  }

  @Test
  @Execution(CONCURRENT)
  void reportsAWakeUpThatIsKept() {
    assertReported(OfRingThatAsksACounter.class, "a consumer is parked although an element is in");
  }

  @Test
  @Execution(CONCURRENT)
  void whatTheyAreMadeFromIsNotReported() {
    ThawReport report = ThawProbe.walk(OfOurs.class, PATIENCE, CHANCES);

    assertThat(report.findings()).as("%s", report).isEmpty();
  }
}
