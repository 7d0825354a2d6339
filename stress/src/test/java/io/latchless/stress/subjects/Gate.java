package io.latchless.stress.subjects;

import io.latchless.primitives.Latest;
import io.latchless.primitives.Mailbox;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.StatusHolder;
import java.time.Duration;

/** An event that threads wait for, and that happens once. */
public interface Gate {
  /** Opens the gate and lets all waiters pass. */
  void open();

  /**
   * Waits.
   *
   * @param timeout the longest time to wait
   * @param afterLook runs on this thread after each check of the gate, where the subject supports
   *     it
   * @return whether the gate was found open
   */
  boolean await(Duration timeout, Runnable afterLook) throws InterruptedException;

  /** Returns the number of waiters. */
  int waiterCount();

  /** Returns a gate that opens when a status reaches a state. */
  static Gate of(StatusHolder<Phase, Integer> holder) {
    return new Gate() {
      @Override
      public void open() {
        holder.transition(Phase.DONE, 0);
      }

      @Override
      public boolean await(Duration timeout, Runnable afterLook) throws InterruptedException {
        return holder
            .await(
                seen -> {
                  boolean open = seen.state() == Phase.DONE;
                  afterLook.run();
                  return open;
                },
                timeout)
            .isPresent();
      }

      @Override
      public int waiterCount() {
        return holder.waiterCount();
      }
    };
  }

  /** Returns a gate that opens at the end of a process. */
  static Gate of(ProcessStatusHolder holder) {
    return new Gate() {
      @Override
      public void open() {
        holder.markFailed(0);
      }

      @Override
      public boolean await(Duration timeout, Runnable afterLook) throws InterruptedException {
        return holder
            .await(
                seen -> {
                  boolean open = seen.status() == ProcessStatus.FAILED;
                  afterLook.run();
                  return open;
                },
                timeout)
            .isPresent();
      }

      @Override
      public int waiterCount() {
        return holder.waiterCount();
      }
    };
  }

  /** Returns a gate that opens with the first published value. */
  static Gate of(Latest<Integer> latest) {
    return new Gate() {
      @Override
      public void open() {
        latest.publish(1);
      }

      @Override
      public boolean await(Duration timeout, Runnable afterLook) throws InterruptedException {
        return latest.awaitNewer(0, timeout).isPresent();
      }

      @Override
      public int waiterCount() {
        return latest.waiterCount();
      }
    };
  }

  /** Returns a gate that opens with a value, which each passing thread puts back for the next. */
  static Gate of(Mailbox<Integer> mailbox) {
    return new Gate() {
      @Override
      public void open() {
        mailbox.replace(1);
      }

      @Override
      public boolean await(Duration timeout, Runnable afterLook) throws InterruptedException {
        Integer key = mailbox.poll(timeout);
        if (key != null) {
          mailbox.replace(key);
        }
        return key != null;
      }

      @Override
      public int waiterCount() {
        return mailbox.waiterCount();
      }
    };
  }
}
