package io.latchless.benchmarks.jmh;

import io.latchless.benchmarks.results.Latency;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/**
 * The histograms written by a fork's stopwatches.
 *
 * @param directory a temporary directory, deleted on close
 */
record Histograms(Path directory) implements AutoCloseable {
  static Histograms create() throws IOException {
    return new Histograms(Files.createTempDirectory("latchless-stopwatch"));
  }

  /** Returns the percentiles over all threads. */
  Latency merged() throws IOException {
    Histogram all = new Histogram(3);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        all.add(Histogram.decodeFromByteBuffer(ByteBuffer.wrap(Files.readAllBytes(file)), 0));
      }
    }
    if (all.getTotalCount() == 0) {
      throw new IOException("no operation was timed");
    }
    return new Latency(
        all.getValueAtPercentile(50),
        all.getValueAtPercentile(90),
        all.getValueAtPercentile(99),
        all.getValueAtPercentile(99.9),
        all.getValueAtPercentile(99.99),
        all.getMaxValue(),
        all.getTotalCount());
  }

  @Override
  public void close() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
