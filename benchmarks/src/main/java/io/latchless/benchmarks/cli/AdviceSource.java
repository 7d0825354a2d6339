package io.latchless.benchmarks.cli;

import io.latchless.benchmarks.results.Machine;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells where the figures behind an advice come from.
 *
 * @param file the results file that holds them; null if they were measured for this advice
 * @param started when they were measured
 * @param machine the machine that they were measured on
 * @param measured whether they were measured for this advice
 */
record AdviceSource(@Nullable Path file, Instant started, Machine machine, boolean measured) {}
