package io.latchless.benchmarks.handlers;

import io.latchless.benchmarks.workload.KeyWalk;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** The dispatches of one thread: topic after topic, with a tally of its own as the event. */
@State(Scope.Thread)
public class Topics {
  static final int COUNT = 100;

  private KeyWalk walk;
  private DispatchTally tally;
  private Handler newcomer;

  static String topic(int number) {
    return "topic-" + number;
  }

  @Setup
  public void create(ThreadParams thread) {
    walk = KeyWalk.over(COUNT, Topics::topic, thread.getThreadIndex());
    tally = new DispatchTally();
    newcomer = Handler.numbered(Dispatch.NEWCOMERS + thread.getThreadIndex());
  }

  /** Returns the topic of the next event. */
  String next() {
    return walk.next();
  }

  DispatchTally tally() {
    return tally;
  }

  /** Returns a handler that only this thread adds, and only briefly. */
  Handler newcomer() {
    return newcomer;
  }
}
