package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.results.Machine;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures behind an advice are from.
 *
 * @param file the results that they are from; null if they were measured for it
 * @param started when they were measured
 * @param machine where
 * @param measured whether they were measured for this advice
 */
record AdviceSource(@Nullable Path file, Instant started, Machine machine, boolean measured) {}
