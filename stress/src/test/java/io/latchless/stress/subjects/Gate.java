package io.latchless.stress.subjects;

import io.latchless.primitives.Latest;
import io.latchless.primitives.Mailbox;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.StatusHolder;
import java.time.Duration;

/** Something that threads wait for, and that happens once. */
public interface Gate {
  /** Lets all who wait go on. */
  void open();

  /**
   * Waits.
   *
   * @param timeout how long at most
   * @param afterLook runs on this thread after each look that it takes, where that can be arranged
   * @return whether the gate was found open
   */
  boolean await(Duration timeout, Runnable afterLook) throws InterruptedException;

  /** How many wait. */
  int waiterCount();

  /** A gate that is a state of a status. */
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

  /** A gate that is the end of a process. */
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

  /** A gate that is the first value. */
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

  /** A gate that is a value, which whoever passes leaves for the next. */
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
