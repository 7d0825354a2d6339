package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HdrHistogram gives the same answers as this library, which can read and write its files. */
class HdrAgreementTest {
  private static final int RECORDS = 200_000;
  private static final double[] QUANTILES = {0.5, 0.9, 0.99, 0.999, 0.9999};

  private static final Buckets BUCKETS = Buckets.of(5, 3_600_000_000_000L);

  /** Finer than this library's layout: each of its buckets lies within one of the library's. */
  private static final int DIGITS = 4;

  private static final double ITS_ERROR = 1.0 / 16_384;
  private static final double OUR_ERROR = 1.0 / 64;

  /** Distributions of latencies in nanoseconds, as services have them. */
  @SuppressWarnings("ImmutableEnumChecker") // each function is a lambda that captures nothing
  enum Latencies {
    LOG_NORMAL(random -> 200_000 * Math.exp(1.2 * gaussian(random))),
    BIMODAL(
        random ->
            random.nextInt(20) == 0
                ? 40_000_000 * (1 + 0.1 * gaussian(random))
                : 300_000 * (1 + 0.1 * gaussian(random))),
    PARETO(random -> 50_000 / Math.pow(1 - random.nextDouble(), 1 / 1.1)),
    CONSTANT(random -> 123_456_789);

    private final ToDoubleFunction<SplittableRandom> next;

    Latencies(ToDoubleFunction<SplittableRandom> next) {
      this.next = next;
    }

    LongStream sample() {
      SplittableRandom random = new SplittableRandom(42);
      return LongStream.generate(
              () ->
                  Math.min(
                      Math.max((long) next.applyAsDouble(random), 0), BUCKETS.highestTrackable()))
          .limit(RECORDS);
    }

    private static double gaussian(SplittableRandom random) {
      return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
          * Math.cos(2 * Math.PI * random.nextDouble());
    }
  }

  @ParameterizedTest
  @EnumSource
  void quantilesAgree(Latencies latencies) {
    LatencyHistogram ours = new LatencyHistogram();
    Histogram theirs = new Histogram(BUCKETS.highestTrackable(), DIGITS);
    latencies.sample().forEach(ours::record);
    latencies.sample().forEach(theirs::recordValue);
    long[] sorted = latencies.sample().sorted().toArray();
    HistogramSnapshot snapshot = ours.snapshot();
    assertThat(snapshot.count()).isEqualTo(theirs.getTotalCount()).isEqualTo(RECORDS);
    for (double q : QUANTILES) {
      long exact = sorted[(int) Math.ceil(Math.nextDown(q * RECORDS)) - 1];
      assertThat(snapshot.quantile(q).getAsLong())
          .as("%s-quantile of %s", q, latencies)
          .isCloseTo(
              theirs.getValueAtPercentile(100 * q),
              within((long) (exact * (OUR_ERROR + ITS_ERROR))))
          .isCloseTo(exact, within((long) (exact * OUR_ERROR)));
    }
    double mean = LongStream.of(sorted).average().getAsDouble();
    assertThat(snapshot.mean().getAsDouble()).isCloseTo(mean, within(mean * OUR_ERROR));
  }

  @ParameterizedTest
  @EnumSource
  void itsFilesAreRead(Latencies latencies) throws DataFormatException {
    LatencyHistogram ours = new LatencyHistogram();
    Histogram theirs = new Histogram(BUCKETS.highestTrackable(), DIGITS);
    latencies.sample().forEach(ours::record);
    latencies.sample().forEach(theirs::recordValue);
    assertThat(fromHdr(decoded(encoded(theirs)))).isEqualTo(ours.snapshot());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenForItComesBack(Latencies latencies) throws DataFormatException {
    LatencyHistogram ours = new LatencyHistogram();
    latencies.sample().forEach(ours::record);
    Histogram written = decoded(encoded(toHdr(ours.snapshot())));
    assertThat(written.getTotalCount()).isEqualTo(RECORDS);
    assertThat(fromHdr(written)).isEqualTo(ours.snapshot());
    for (double q : QUANTILES) {
      long answered = ours.snapshot().quantile(q).getAsLong();
      assertThat(written.getValueAtPercentile(100 * q))
          .isCloseTo(answered, within((long) (answered * ITS_ERROR)));
    }
  }

  /**
   * Uses values that HdrHistogram records exactly, because it corrects the values that it has
   * recorded.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 1_000, 150_000})
  void coordinatedOmissionIsCorrectedAlike(int expectedInterval) {
    LatencyHistogram ours = new LatencyHistogram();
    Histogram theirs = new Histogram(BUCKETS.highestTrackable(), 5);
    Histogram atOnce = new Histogram(BUCKETS.highestTrackable(), 5);
    SplittableRandom random = new SplittableRandom(expectedInterval);
    for (int i = 0; i < 200; i++) {
      long value = random.nextLong(200_000) >>> random.nextInt(10);
      ours.recordCorrected(value, expectedInterval);
      atOnce.recordValueWithExpectedInterval(value, expectedInterval);
      theirs.recordValue(value);
    }
    assertThat(ours.snapshot())
        .isEqualTo(fromHdr(theirs.copyCorrectedForCoordinatedOmission(expectedInterval)))
        .isEqualTo(fromHdr(atOnce));
  }

  private static Histogram toHdr(HistogramSnapshot snapshot) {
    Histogram histogram = new Histogram(snapshot.highestTrackable(), DIGITS);
    snapshot.forEachBucket(
        (lowest, highest, count) ->
            histogram.recordValueWithCount(lowest + (highest - lowest) / 2, count));
    return histogram;
  }

  private static HistogramSnapshot fromHdr(Histogram histogram) {
    long[] counts = new long[BUCKETS.count()];
    for (HistogramIterationValue each : histogram.recordedValues()) {
      counts[BUCKETS.indexOf(each.getValueIteratedTo())] += each.getCountAtValueIteratedTo();
    }
    return new HistogramSnapshot(BUCKETS, counts);
  }

  private static ByteBuffer encoded(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    histogram.encodeIntoCompressedByteBuffer(buffer);
    buffer.flip();
    return buffer;
  }

  private static Histogram decoded(ByteBuffer buffer) throws DataFormatException {
    return Histogram.decodeFromCompressedByteBuffer(buffer, 0);
  }
}
