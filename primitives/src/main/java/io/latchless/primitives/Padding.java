package io.latchless.primitives;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Cells with at least 128 bytes before and after one hot field, so that no other thread's writes
 * share its cache line or the line that the hardware fetches beside it.
 */
final class Padding {
  /*
   * Superclass fields precede subclass fields, which is the only order HotSpot keeps; hence one
   * class per region. Since JDK 15 a subclass field may fill an alignment gap of its superclass.
   * The leading pads are therefore longs, whose only gap lies before the first of them, and the
   * trailing pads are bytes, which follow the hot field without any gap.
   */

  private Padding() {}

  @SuppressWarnings("unused")
  abstract static class Before {
    long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;
  }

  abstract static class LongField extends Before {
    long word;
  }

  /** A long alone on its cache lines. */
  @SuppressWarnings("unused")
  static class PaddedLong extends LongField {
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

    PaddedLong(long initial) {
      word = initial;
    }

    final long wordVolatile() {
      return (long) WORD.getVolatile(this);
    }

    final long wordOpaque() {
      return (long) WORD.getOpaque(this);
    }

    final void setWordOpaque(long next) {
      WORD.setOpaque(this, next);
    }

    final boolean casWord(long expected, long next) {
      return WORD.compareAndSet(this, expected, next);
    }
  }

  abstract static class ReferenceField<T> extends Before {
    @Nullable T ref;
  }

  /** A reference alone on its cache lines. */
  @SuppressWarnings({"unused", "unchecked"})
  static class PaddedReference<T> extends ReferenceField<T> {
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

    PaddedReference(@Nullable T initial) {
      ref = initial;
    }

    final @Nullable T refVolatile() {
      return (T) REF.getVolatile(this);
    }

    final boolean casRef(@Nullable T expected, @Nullable T next) {
      return REF.compareAndSet(this, expected, next);
    }

    final @Nullable T getAndSetRef(@Nullable T next) {
      return (T) REF.getAndSet(this, next);
    }
  }
}
