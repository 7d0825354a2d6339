package io.latchless.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.metrics.RequestMetrics;
import io.latchless.stress.rogues.BucketAheadOfItsRecord;
import io.latchless.stress.rogues.CopyReadWhileRewritten;
import io.latchless.stress.rogues.DecayToNothing;
import io.latchless.stress.rogues.IntervalsByTheClock;
import io.latchless.stress.rogues.IntervalsWithoutCompareAndSet;
import io.latchless.stress.rogues.RateByTicks;
import io.latchless.stress.rogues.RequestsInSeparateAdders;
import io.latchless.stress.rogues.RequestsThatOverflow;
import io.latchless.stress.subjects.MeanSubject;
import io.latchless.stress.subjects.RateSubject;
import io.latchless.stress.subjects.RequestSubject;
import io.latchless.stress.subjects.TwoCopies;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

public class RequestRoguesTest {
  private static final int RECORDS = 100_000;
  private static final int SLOW_RECORDS = 5_000;

  private static void assertReported(List<String> findings, String expected) {
    assertThat(findings).anySatisfy(finding -> assertThat(finding).contains(expected));
  }

  @Test
  void reportsNothingOfOurs() throws InterruptedException {
    assertThat(RequestAccount.snapshots(TwoCopies.correct(), 2, SLOW_RECORDS)).isEmpty();
    RequestMetrics ours = RequestMetrics.builder().histogram().build();
    assertThat(RequestAccount.extremes(RequestSubject.of(ours))).isEmpty();
    assertThat(RequestAccount.clockSetBack(RequestRoguesTest::oursBy)).isEmpty();
    assertThat(DecayChecks.rate(RateSubject::of)).isEmpty();
    assertThat(DecayChecks.mean(MeanSubject::of)).isEmpty();
  }

  private static RequestSubject oursBy(LongSupplier nanoClock) {
    return RequestSubject.of(RequestMetrics.builder().nanoClock(nanoClock).histogram().build());
  }

  @Test
  void reportsSumsThatOverflow() {
    assertReported(RequestAccount.extremes(new RequestsThatOverflow()), "sums that shrink");
  }

  @Test
  void reportsIntervalLostWhenTheClockIsSetBack() {
    assertReported(
        RequestAccount.clockSetBack(IntervalsByTheClock::new), "are in intervals with 2 requests");
  }

  @Test
  void reportsTornSnapshot() throws InterruptedException {
    assertReported(RequestAccount.snapshots(new RequestsInSeparateAdders(), 2, RECORDS), "torn: ");
  }

  @Test
  void reportsCopyReadWhileRewritten() throws InterruptedException {
    assertReported(
        RequestAccount.snapshots(new CopyReadWhileRewritten(), 2, SLOW_RECORDS), "torn: ");
  }

  @Test
  void reportsBucketAheadOfItsRecord() throws InterruptedException {
    assertReported(
        RequestAccount.snapshots(new BucketAheadOfItsRecord(), 2, SLOW_RECORDS),
        "in the histogram");
  }

  @Test
  void reportsRecordInTwoIntervals() throws InterruptedException {
    assertReported(
        RequestAccount.intervals(new IntervalsWithoutCompareAndSet(), 2, RECORDS),
        "records are in intervals with");
  }

  @Test
  void reportsRateByTicks() {
    assertReported(
        DecayChecks.rate(RateByTicks::new), "ten events a second gave 0.0 after a second");
  }

  @Test
  void reportsDecayToNothing() {
    assertReported(DecayChecks.mean(DecayToNothing::new), "a mean of fives was NaN");
  }
}
