/** What the contests of several types share: local work, mixes, threads, and a small status. */
@NullMarked
package io.latchless.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
