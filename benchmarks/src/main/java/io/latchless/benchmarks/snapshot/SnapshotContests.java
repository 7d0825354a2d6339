package io.latchless.benchmarks.snapshot;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import io.latchless.benchmarks.workload.LocalWork;
import java.util.List;

/** Contests of {@code SnapshotRef}. */
public final class SnapshotContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        read("read-1-thread", 1)
            .asks("What does reading a configuration cost?")
            .does("one thread reads the reference; no thread replaces the value")
            .mutex("synchronized")
            .build(),
        read("read-2-threads", 2)
            .asks("Do two threads that read a configuration slow each other down?")
            .does("two threads read the reference; no thread replaces the value")
            .mutex("synchronized")
            .mutex("ReentrantReadWriteLock")
            .mutex("StampedLock")
            .build(),
        update("update-1-thread", 1)
            .asks("What does replacing a configuration cost without contention?")
            .does("one thread replaces a record of three fields by one made from it")
            .peer("AtomicReference")
            .mutex("synchronized")
            .mutex("ReentrantLock")
            .footprint(SnapshotUpdate::structure)
            .build(),
        update("update-2-threads", 2)
            .asks("Which reference is fastest when two threads do nothing but replace its value?")
            .does(
                "two threads replace a record of three fields by one made from it, with no work in"
                    + " between")
            .peer("AtomicReference")
            .mutex("synchronized")
            .mutex("ReentrantLock")
            .latency()
            .build(),
        update("update-2-threads-work-1us", 2)
            .asks("Does the choice matter if threads have other work to do?")
            .does(
                "two threads replace a record of three fields by one made from it, with about 1 µs"
                    + " of local work before each")
            .with("work", LocalWork.ABOUT_1_US)
            .mutex("synchronized")
            .mutex("ReentrantLock")
            .build(),
        update("update-8-threads", 8)
            .asks("How do updates perform with more threads than cores?")
            .does("eight threads replace a record of three fields by one made from it")
            .mutex("synchronized")
            .mutex("ReentrantLock")
            .latency()
            .build(),
        mix(5).mutex("ReentrantReadWriteLock").mutex("StampedLock").build(),
        mix(15).mutex("ReentrantReadWriteLock").mutex("StampedLock").build(),
        mix(20).mutex("ReentrantReadWriteLock").mutex("StampedLock").build(),
        mix(50).mutex("ReentrantLock").mutex("StampedLock").build());
  }

  private static ContestBuilder read(String name, int threads) {
    return Contest.named("primitives/snapshot-ref/" + name)
        .benchmark(SnapshotRead.class)
        .threads(threads)
        .ours("SnapshotRef")
        .peer("AtomicReference");
  }

  private static ContestBuilder update(String name, int threads) {
    return Contest.named("primitives/snapshot-ref/" + name)
        .benchmark(SnapshotUpdate.class, "update")
        .threads(threads)
        .ours("SnapshotRef");
  }

  private static ContestBuilder mix(int writePercent) {
    int readPercent = 100 - writePercent;
    return Contest.named(
            "primitives/snapshot-ref/mix-%d-%d-2-threads".formatted(readPercent, writePercent))
        .asks("Which reference suits two threads with %d %% writes?".formatted(writePercent))
        .does(
            "two threads; %d %% read the value, %d %% replace it by one made from it"
                .formatted(readPercent, writePercent))
        .benchmark(SnapshotUpdate.class, "mix")
        .threads(2)
        .with("writePercent", Integer.toString(writePercent))
        .ours("SnapshotRef");
  }
}
