/** What threads can share, who can hold it, and in which shape of workload that is measured. */
@NullMarked
package io.latchless.benchmarks.choice;

import org.jspecify.annotations.NullMarked;
