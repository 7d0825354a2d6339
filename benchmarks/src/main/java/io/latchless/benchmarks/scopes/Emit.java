package io.latchless.benchmarks.scopes;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import io.latchless.benchmarks.workload.KeyWalk;
import io.latchless.registry.Propagation;
import java.util.HashSet;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Emits from one origin after the other, each with handlers at its levels. */
@State(Scope.Thread)
public class Emit {
  private static final int ORIGINS = 64;
  private static final String[] NAMES = {"shop", "orders", "europe", "berlin", "mitte", "till"};

  @Param({Emitters.OURS, Emitters.SYNCHRONIZED, Emitters.SPLITTING, Emitters.SUBSTRING})
  public String subject;

  /** The number of names in an origin. */
  @Param("3")
  public int depth;

  /** The number of levels without a handler, counted from the origin upwards. */
  @Param("0")
  public int bare;

  private Emitter<Handler> emitter;
  private KeyWalk walk;
  private DispatchTally tally;

  @Setup
  public void create() {
    emitter = filled(subject, depth, bare);
    walk = KeyWalk.over(ORIGINS, number -> origin(number, depth), 0);
    tally = new DispatchTally();
  }

  /** Returns an origin whose names are all its own. */
  static String origin(int number, int depth) {
    StringBuilder origin = new StringBuilder();
    for (int level = 0; level < depth; level++) {
      origin.append(level == 0 ? "" : ".").append(NAMES[level]).append('-').append(number);
    }
    return origin.toString();
  }

  static Emitter<Handler> filled(String subject, int depth, int bare) {
    Emitter<Handler> emitter = Emitters.create(subject);
    Set<String> levels = new HashSet<>();
    levels.add(Emitter.GLOBAL);
    for (int number = 0; number < ORIGINS; number++) {
      for (int level = 1; level <= depth - bare; level++) {
        levels.add(origin(number, level));
      }
    }
    int handlers = 0;
    for (String level : levels) {
      var unused = emitter.subscribe(level, Handler.numbered(handlers++));
    }
    return emitter;
  }

  @Benchmark
  public long emit() {
    emitter.emit(walk.next(), tally, Emit::call);
    return tally.value();
  }

  private static Propagation call(Handler handler, DispatchTally tally) {
    handler.on(tally);
    return Propagation.CONTINUE;
  }
}
