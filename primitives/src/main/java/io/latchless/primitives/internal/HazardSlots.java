package io.latchless.primitives.internal;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records which handlers each thread is currently calling. A dispatch holds one hazard slot for as
 * long as it runs. Each slot has cache lines of its own.
 *
 * <p>Source: Maged Michael, "Hazard Pointers: Safe Memory Reclamation for Lock-Free Objects" (IEEE
 * TPDS 2004). Slots belong to no thread, so threads may come and go.
 */
public final class HazardSlots {
  /*
   * PROTECTING HANDLERS
   *
   *     dispatching thread                          closing thread
   *     take a slot for the handlers found          remove the handler from the table
   *     read the table again: unchanged?            scan all slots
   *
   * Each side stores before it loads, so the accesses are volatile. If the dispatching thread finds
   * the table unchanged, the removal comes later, and the closing thread's scan sees the slot. Rows
   * of slots are appended and followed with volatile semantics too, so a scan reaches every slot
   * taken before it.
   *
   * WAKING. A dispatch wakes closing threads only if its own handlers are marked as awaited. For
   * dispatches to other keys, waiting threads cost one read.
   *
   *     dispatching thread                          closing thread
   *     empty the slot                              enlist as a waiter
   *     handlers marked? then wake                  mark the handlers found in the slot
   *                                                 read the slot again; park if still taken
   *
   * Again each side stores before it loads, so at least one sees the other. Marked handlers include
   * one that is closed, so no later dispatch finds them in the table.
   *
   * NO SLOT LEAKS. The dispatching thread calls no method between the compare-and-set that takes
   * the slot and its own try block, and none to empty the slot. Field accesses need no stack, so no
   * stack overflow can occur in between. The wake-up, after the slot is empty, can overflow, and a
   * thread may be stopped by force. Therefore a closing thread also scans again at intervals.
   *
   * DEAD THREADS. A closing thread that finds the slot of a dead thread reclaims it. Only the
   * thread that took a slot records itself there, and it clears the record before it empties the
   * slot. So a dead thread that is recorded in a taken slot is the one that took it. Only the
   * closing thread that clears the record by compare-and-set may empty the slot. One gap remains: a
   * thread that is stopped by force between taking a slot and recording itself leaves the slot
   * taken.
   *
   * FINDING A FREE SLOT. Each thread starts to search at a place given by its id. It usually finds
   * the same slot again, still in its own cache. If all slots are taken, a longer row is appended.
   * Rows are never removed.
   */

  /** Handlers of one lookup, which a slot protects as a whole. */
  public abstract static class Guarded {
    /**
     * Whether a thread awaits the end of dispatches to these handlers. It has no accessor, because
     * reading it must need no stack.
     */
    public volatile boolean isAwaited;

    /** Returns whether a subscription is among these handlers. */
    public abstract boolean contains(long id);
  }

  /** The hot fields, between the pads. */
  public abstract static class Occupancy extends Padding.Before {
    /**
     * The handlers that the slot protects, or null if it is free. Volatile: emptying the slot
     * publishes what the handlers did.
     */
    public volatile @Nullable Guarded handlers;

    /**
     * The thread that holds the slot; null while the slot is free and for a moment after it was
     * taken. A plain field: a thread sees its own writes, and other threads read it after a
     * volatile read of {@link #handlers}.
     */
    public @Nullable Thread thread;
  }

  /** A slot for one dispatch at a time. */
  @SuppressWarnings("unused")
  public static final class HazardSlot extends Occupancy {
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
          MethodHandles.lookup(), "handlers", VarHandle.class, Occupancy.class, Guarded.class);
  private static final VarHandle THREAD =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "thread", VarHandle.class, Occupancy.class, Thread.class);

  /** The longest time that a closing thread parks before it scans again. */
  private static final long LONGEST_PARK = TimeUnit.MILLISECONDS.toNanos(100);

  private final Row first;
  private final Waiters<Guarded> closing = new Waiters<>();

  /**
   * Creates the first row of slots.
   *
   * @param slots their number, a power of two
   */
  public HazardSlots(int slots) {
    first = new Row(slots);
  }

  /** Takes a free slot. After the compare-and-set it only writes fields, which cannot overflow. */
  public HazardSlot protect(Guarded handlers) {
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

  /** Wakes the threads that await the end of a dispatch to one of these handlers. */
  public void wake(Guarded left) {
    closing.changed(left);
  }

  /** Returns whether a thread holds a slot. Only the thread itself may ask. */
  public boolean isHeldBy(Thread self) {
    for (Row row = first; row != null; row = row.next) {
      for (HazardSlot slot : row.slots) {
        if (slot.thread == self) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether a slot protects handlers of a class. Each slot is looked at once. */
  public boolean isAnyTaken(Class<? extends Guarded> type) {
    for (Row row = first; row != null; row = row.next) {
      for (HazardSlot slot : row.slots) {
        if (type.isInstance(slot.handlers) && !reclaim(slot)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Waits until no slot protects handlers that include a given one, which must already be removed
   * from the table.
   *
   * @param id the handler's id
   * @param nanos the longest time to wait; {@link Long#MAX_VALUE} means without a limit
   * @return false if the time was up
   */
  public boolean awaitNoneFor(long id, long nanos) throws InterruptedException {
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

  /** Scans all slots and marks the handlers whose dispatches must wake a closing thread. */
  public boolean isTakenFor(long id) {
    boolean isTaken = false;
    for (Row row = first; row != null; row = row.next) {
      for (HazardSlot slot : row.slots) {
        Guarded handlers = slot.handlers;
        if (handlers != null && !reclaim(slot) && handlers.contains(id)) {
          handlers.isAwaited = true;
          isTaken |= slot.handlers == handlers;
        }
      }
    }
    return isTaken;
  }

  /**
   * Empties a slot whose thread is dead. Returns false if the thread is alive or not yet recorded.
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
