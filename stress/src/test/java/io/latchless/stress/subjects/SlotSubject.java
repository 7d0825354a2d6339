package io.latchless.stress.subjects;

import io.latchless.primitives.Mailbox;

/** A slot for one batch; batches are numbers from 1. */
public interface SlotSubject {
  int NOTHING = 0;

  /** Stores a batch; false if the slot is occupied. */
  boolean offer(int batch);

  /** Removes and returns the batch, or {@link #NOTHING}. */
  int poll();

  static SlotSubject of(Mailbox<Integer> mailbox) {
    return new SlotSubject() {
      @Override
      public boolean offer(int batch) {
        return mailbox.offer(batch);
      }

      @Override
      public int poll() {
        Integer batch = mailbox.poll();
        return batch == null ? NOTHING : batch;
      }
    };
  }
}
