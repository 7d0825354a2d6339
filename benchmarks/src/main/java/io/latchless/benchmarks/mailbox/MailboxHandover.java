package io.latchless.benchmarks.mailbox;

import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Control;

/**
 * Hands values over. Each operation spins until it succeeds, or until the measurement ends, since
 * the other side may have stopped.
 */
@State(Scope.Benchmark)
public class MailboxHandover {
  private static final Object LETTER = new Object();

  /**
   * The number of spins before a thread yields its core, which the other side may be waiting for.
   */
  private static final int SPINS = 64;

  private record Queue<T>(ArrayBlockingQueue<T> queue) implements Handover<T> {
    @Override
    public boolean offer(T value) {
      return queue.offer(value);
    }

    @Override
    public @Nullable T poll() {
      return queue.poll();
    }
  }

  @Param({"Mailbox", "ArrayBlockingQueue", "synchronized", "ReentrantLock"})
  public String subject;

  private Handover<Object> mailbox;

  @Setup
  public void create() {
    mailbox = mailbox(subject);
  }

  private static Handover<Object> mailbox(String subject) {
    return subject.equals("ArrayBlockingQueue")
        ? new Queue<>(new ArrayBlockingQueue<>(1))
        : Slots.create(subject);
  }

  static Object structure(String subject) {
    Handover<Object> mailbox = mailbox(subject);
    if (mailbox instanceof LatchlessSlot<Object> ours) {
      return ours.mailbox();
    }
    return mailbox instanceof Queue<Object> peer ? peer.queue() : mailbox;
  }

  @Group("handOver")
  @Benchmark
  public void offer(Control control) {
    for (int tries = 0; !mailbox.offer(LETTER) && !control.stopMeasurement; tries++) {
      stepAside(tries);
    }
  }

  @Group("handOver")
  @Benchmark
  public @Nullable Object poll(Control control) {
    Object taken = mailbox.poll();
    for (int tries = 0; taken == null && !control.stopMeasurement; tries++) {
      stepAside(tries);
      taken = mailbox.poll();
    }
    return taken;
  }

  @SuppressWarnings("ThreadPriorityCheck") // only affects speed
  private static void stepAside(int tries) {
    if (tries < SPINS) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }
}
