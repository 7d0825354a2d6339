package io.latchless.benchmarks.map;

import io.latchless.benchmarks.contest.Stopwatch;
import io.latchless.benchmarks.workload.BackgroundThread;
import io.latchless.benchmarks.workload.KeyWalk;
import io.latchless.benchmarks.workload.Mix;
import io.latchless.benchmarks.workload.Pace;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Looks up keys in a map, changes it, or traverses it. */
@State(Scope.Benchmark)
public class MapUse {
  @Param({
    SharedMaps.OURS,
    SharedMaps.SYNCHRONIZED,
    SharedMaps.LOCK,
    SharedMaps.READ_WRITE_LOCK,
    SharedMaps.CONCURRENT,
    SharedMaps.CAFFEINE,
    SharedMaps.MAP_OF,
    SharedMaps.COPIED,
    SharedMaps.PCOLLECTIONS,
    SharedMaps.VAVR,
    SharedMaps.PLAIN
  })
  public String subject;

  @Param("1024")
  public int entries;

  /** The number of values that an uncounted thread replaces per second. */
  @Param("0")
  public int putsPerSecond;

  @Param("0")
  public int work;

  private SharedMap<String, Integer> map;
  private @Nullable BackgroundThread writer;

  @Setup
  public void create() {
    map = SharedMaps.create(subject, Processes.first(entries));
    if (putsPerSecond > 0) {
      writer = writer(map, entries, putsPerSecond);
    }
  }

  private static BackgroundThread writer(
      SharedMap<String, Integer> map, int entries, int putsPerSecond) {
    Pace pace = Pace.perSecond(putsPerSecond);
    Random random = new Random();
    KeyWalk walk = KeyWalk.over(entries, Processes::name, random.nextLong());
    return BackgroundThread.start(
        "writer",
        () -> {
          pace.awaitTurn();
          map.put(walk.next(), Processes.value(random.nextInt(Integer.MAX_VALUE)));
        });
  }

  static Object structure(String subject, int entries) {
    SharedMap<String, Integer> map = SharedMaps.create(subject, Processes.first(entries));
    if (map instanceof LatchlessMap<String, Integer> ours) {
      return ours.map();
    }
    if (map instanceof PlainMap<String, Integer> peer) {
      return peer.map();
    }
    return map;
  }

  @TearDown
  public void stop() throws InterruptedException {
    if (writer != null) {
      writer.stop();
    }
  }

  @Benchmark
  public @Nullable Object get(Lookups lookups) {
    return map.get(lookups.present());
  }

  @Benchmark
  public void put(Lookups lookups) {
    map.put(lookups.present(), lookups.value());
  }

  @Benchmark
  public void putTimed(Lookups lookups, Stopwatch watch) {
    String key = lookups.present();
    Integer value = lookups.value();
    long start = watch.start();
    map.put(key, value);
    watch.stop(start);
  }

  @Benchmark
  public @Nullable Object share(Lookups lookups, Mix mix) {
    Blackhole.consumeCPU(work);
    if (mix.nextIsWrite()) {
      map.put(lookups.present(), lookups.value());
      return null;
    }
    return map.get(lookups.present());
  }

  @Benchmark
  public void addAndRemove(Lookups lookups) {
    String key = lookups.absent();
    map.put(key, lookups.value());
    map.remove(key);
  }

  @Benchmark
  public long iterate() {
    long sum = 0;
    for (Map.Entry<String, Integer> entry : map.all().entrySet()) {
      sum += entry.getValue();
    }
    return sum;
  }

  @Benchmark
  public long forEach() {
    Sum sum = new Sum();
    map.all().forEach(sum);
    return sum.value;
  }

  private static final class Sum implements BiConsumer<String, Integer> {
    private long value;

    @Override
    public void accept(String key, Integer number) {
      value += number;
    }
  }
}
