/** Parts that several contests share: local work, mixes, threads, and a small status. */
@NullMarked
package io.latchless.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
