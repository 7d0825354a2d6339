package io.latchless.primitives.internal;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Surrounds one hot field with at least 128 bytes on each side. So no other thread's writes share
 * its cache line, or the adjacent line that the hardware prefetches.
 */
public final class Padding {
  /*
   * HotSpot places superclass fields before subclass fields and keeps no other order, hence one
   * class for each region:
   *
   *     Before          128 bytes
   *     LongField       word
   *     PaddedLong      136 bytes
   *
   * Since JDK 15 a subclass field may fill an alignment gap of its superclass. All pads are
   * therefore bytes, which leave no gap. Pads of longs would leave a gap of four bytes at the very
   * start of the object, and a compressed reference would slip into it. The hot field itself may
   * need a gap of up to seven bytes before it, which some of the trailing pads fill. So there are
   * eight more of those.
   */

  private Padding() {}

  /**
   * Pads before hot fields. The pads after them belong in a subclass of the class that declares the
   * hot fields.
   */
  @SuppressWarnings("unused")
  public abstract static class Before {
    byte b000, b001, b002, b003, b004, b005, b006, b007;
    byte b008, b009, b010, b011, b012, b013, b014, b015;
    byte b016, b017, b018, b019, b020, b021, b022, b023;
    byte b024, b025, b026, b027, b028, b029, b030, b031;
    byte b032, b033, b034, b035, b036, b037, b038, b039;
    byte b040, b041, b042, b043, b044, b045, b046, b047;
    byte b048, b049, b050, b051, b052, b053, b054, b055;
    byte b056, b057, b058, b059, b060, b061, b062, b063;
    byte b064, b065, b066, b067, b068, b069, b070, b071;
    byte b072, b073, b074, b075, b076, b077, b078, b079;
    byte b080, b081, b082, b083, b084, b085, b086, b087;
    byte b088, b089, b090, b091, b092, b093, b094, b095;
    byte b096, b097, b098, b099, b100, b101, b102, b103;
    byte b104, b105, b106, b107, b108, b109, b110, b111;
    byte b112, b113, b114, b115, b116, b117, b118, b119;
    byte b120, b121, b122, b123, b124, b125, b126, b127;
  }

  abstract static class LongField extends Before {
    long word;
  }

  /** A {@code long} alone on its cache lines. */
  @SuppressWarnings("unused")
  public static class PaddedLong extends LongField {
    private static final VarHandle WORD =
        ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), "word", VarHandle.class, LongField.class, long.class);

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

    public PaddedLong(long initial) {
      word = initial;
    }

    protected final long wordVolatile() {
      return (long) WORD.getVolatile(this);
    }

    protected final long wordAcquire() {
      return (long) WORD.getAcquire(this);
    }

    protected final long wordOpaque() {
      return (long) WORD.getOpaque(this);
    }

    protected final void setWordVolatile(long next) {
      WORD.setVolatile(this, next);
    }

    protected final void setWordOpaque(long next) {
      WORD.setOpaque(this, next);
    }

    protected final boolean casWord(long expected, long next) {
      return WORD.compareAndSet(this, expected, next);
    }

    protected final long getAndAddWord(long delta) {
      return (long) WORD.getAndAdd(this, delta);
    }

    protected final long getAndSetWord(long next) {
      return (long) WORD.getAndSet(this, next);
    }
  }

  abstract static class ReferenceField<T> extends Before {
    @Nullable T ref;
  }

  /** A reference alone on its cache lines. */
  @SuppressWarnings({"unused", "unchecked"})
  public static class PaddedReference<T> extends ReferenceField<T> {
    private static final VarHandle REF =
        ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), "ref", VarHandle.class, ReferenceField.class, Object.class);

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

    public PaddedReference(@Nullable T initial) {
      ref = initial;
    }

    protected final @Nullable T refVolatile() {
      return (T) REF.getVolatile(this);
    }

    protected final boolean casRef(@Nullable T expected, @Nullable T next) {
      return REF.compareAndSet(this, expected, next);
    }

    protected final @Nullable T getAndSetRef(@Nullable T next) {
      return (T) REF.getAndSet(this, next);
    }
  }
}
