package io.latchless.registry;

import io.latchless.primitives.internal.Padding;
import io.latchless.primitives.internal.Waiters;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records which handlers each thread is currently calling: hazard slots on cache lines of their
 * own, of which a dispatch takes one for as long as it runs.
 *
 * <p>Source: the hazard pointers of Maged Michael, "Hazard Pointers: Safe Memory Reclamation for
 * Lock-Free Objects" (IEEE TPDS 2004). HazardSlots belong to no thread, so that threads may come
 * and go.
 */
final class HazardSlots {
  /*
   * TAKING A SLOT
   *
   *     dispatching thread                          closing thread
   *     take a slot for the handlers found          remove the handler from the table
   *     look again: still what the table has?       look at all slots
   *
   * A store comes before a load on both sides, hence volatile. If the second look finds the same
   * table, the removal comes later, and the closing thread sees the slot. Rows of slots are added and
   * followed with volatile semantics too, so that a look comes to all slots taken before it.
   *
   * WAKING. A dispatch wakes closing threads only if its own handlers are marked, so dispatches to
   * other keys pay one read for closing threads that wait.
   *
   *     dispatching thread                          closing thread
   *     empty the slot                              enlist as a waiter
   *     are my handlers marked? then wake           mark the handlers found in the slot
   *                                                 look at the slot again; park
   *
   * Again a store before a load on both sides: one of the two sees the other. The marked handlers
   * have one that is closed among them, so no later dispatch finds them in the table.
   *
   * NO SLOT LEAKS. The thread that takes a slot calls no method between the compare-and-set and its
   * own try block, and none in emptying it. A read or write of a field needs no stack, so no stack
   * overflow comes in between. What can overflow is the wake-up after a slot is empty; that, and a
   * thread stopped by force, is why a closing thread looks again from time to time on its own.
   *
   * A slot of a dead thread is taken back by the closing thread that finds it. Only the thread itself
   * writes its name into a slot, and it erases the name before it empties the slot. So a dead
   * thread's name in a taken slot is that of the taker, and the one closing thread that erases the
   * name by compare-and-set may empty the slot. What remains is a thread that is stopped by force
   * between taking a slot and writing its name.
   *
   * Threads start to look for a free slot at a place given by their ids, and so mostly find the same
   * one again, in their own cache. If all are taken, more are added, and never go.
   */

  /** Between the pads. */
  abstract static class Occupancy extends Padding.Before {
    /** What the slot is taken for. Volatile: emptying it publishes what the handlers did. */
    volatile @Nullable Handlers<?> handlers;

    /**
     * The thread that has taken it, or null shortly after that. A plain field: it is read by its
     * own thread, which sees its own writes, or after a volatile read of what the slot is taken
     * for.
     */
    @Nullable Thread thread;
  }

  /** One dispatch's place. */
  @SuppressWarnings("unused")
  static final class HazardSlot extends Occupancy {
    byte a000, a001, a002, a003, a004, a005, a006, a007;
    byte a008, a009, a010, a011, a012, a013, a014, a015;
    byte a016, a017, a018, a019, a020, a021, a022, a023;
    byte a024, a025, a026, a027, a028, a029, a030, a031;
    byte a032, a033, a034, a035, a036, a037, a038, a039;
    byte a040, a041, a042, a043, a044, a045, a046, a047;
    byte a048, a049, a050, a051, a052, a053, a054, a055;
    byte a056, a057, a058, a059, a060, a061, a062, a063;
    byte a064, a065, a066, a067, a068, a069, a070, a071;
    byte a072, a073, a074, a075, a076, a077, a078, a079;
    byte a080, a081, a082, a083, a084, a085, a086, a087;
    byte a088, a089, a090, a091, a092, a093, a094, a095;
    byte a096, a097, a098, a099, a100, a101, a102, a103;
    byte a104, a105, a106, a107, a108, a109, a110, a111;
    byte a112, a113, a114, a115, a116, a117, a118, a119;
    byte a120, a121, a122, a123, a124, a125, a126, a127;
    byte a128, a129, a130, a131, a132, a133, a134, a135;
  }

  private static final class Row {
    private static final VarHandle NEXT =
        ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), "next", VarHandle.class, Row.class, Row.class);

    private final HazardSlot[] slots;
    private volatile @Nullable Row next;

    Row(int length) {
      slots = new HazardSlot[length];
      for (int i = 0; i < length; i++) {
        slots[i] = new HazardSlot();
      }
    }

    Row nextOrNew() {
      Row present = next;
      if (present != null) {
        return present;
      }
      Row added = new Row(2 * slots.length);
      return NEXT.compareAndSet(this, null, added) ? added : nextOrNew();
    }
  }

  private static final VarHandle HANDLERS =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "handlers", VarHandle.class, Occupancy.class, Handlers.class);
  private static final VarHandle THREAD =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "thread", VarHandle.class, Occupancy.class, Thread.class);

  /** How long a closing thread relies on being woken. */
  private static final long LONGEST_PARK = TimeUnit.MILLISECONDS.toNanos(100);

  private final Row first;
  private final Waiters<Handlers<?>> closing = new Waiters<>();

  /**
   * Creates slots for so many dispatches, to begin with.
   *
   * @param slots a power of two
   */
  HazardSlots(int slots) {
    first = new Row(slots);
  }

  /** Takes a free slot. The last step is the compare-and-set, but for writes of fields. */
  HazardSlot protect(Handlers<?> handlers) {
    Thread self = Thread.currentThread();
    int start = (int) self.getId();
    for (Row row = first; ; row = row.nextOrNew()) {
      HazardSlot[] slots = row.slots;
      for (int i = 0; i < slots.length; i++) {
        HazardSlot slot = slots[(start + i) & (slots.length - 1)];
        if (slot.handlers == null && HANDLERS.compareAndSet(slot, null, handlers)) {
          slot.thread = self;
          return slot;
        }
      }
    }
  }

  /** Wakes the threads that close one of the handlers, whose slot has just been emptied. */
  void wake(Handlers<?> left) {
    closing.changed(left);
  }

  /** Returns whether a thread has a slot. To be asked by the thread itself. */
  boolean isHeldBy(Thread self) {
    for (Row row = first; row != null; row = row.next) {
      for (HazardSlot slot : row.slots) {
        if (slot.thread == self) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Waits until no slot is taken for handlers with a given one among them, which is no longer in
   * the table.
   *
   * @param id that of the handler
   * @param nanos how long to wait at most; {@link Long#MAX_VALUE} for ever
   * @return false if the time was up
   */
  boolean awaitNoneFor(long id, long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Waiters.Attempt<Boolean> look =
        new Waiters.Attempt<>() {
          @Override
          public @Nullable Boolean tryNow() {
            return isTakenFor(id) ? null : true;
          }

          @Override
          public long longestParkNanos() {
            return LONGEST_PARK;
          }
        };
    return !isTakenFor(id)
        || (nanos > 0 && closing.park(left -> left.contains(id), look, nanos) != null);
  }

  /** Looks at all slots, and marks the handlers whose leaving has to wake a closing thread. */
  private boolean isTakenFor(long id) {
    boolean isTaken = false;
    for (Row row = first; row != null; row = row.next) {
      for (HazardSlot slot : row.slots) {
        Handlers<?> handlers = slot.handlers;
        if (handlers != null && !reclaim(slot) && handlers.contains(id)) {
          handlers.isAwaited = true;
          isTaken |= slot.handlers == handlers;
        }
      }
    }
    return isTaken;
  }

  /**
   * Takes a slot back if its thread is dead; false if it is not, or if the slot has no name yet.
   */
  private static boolean reclaim(HazardSlot slot) {
    Thread thread = slot.thread;
    if (thread == null || thread.isAlive()) {
      return false;
    }
    if (THREAD.compareAndSet(slot, thread, null)) {
      slot.handlers = null;
    }
    return true;
  }
}
