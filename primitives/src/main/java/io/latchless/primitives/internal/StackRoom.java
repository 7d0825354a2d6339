package io.latchless.primitives.internal;

/**
 * Makes a stack overflow strike before an operation has claimed anything, and not in its middle.
 *
 * <p>An operation that claims a slot and publishes it afterwards must not be cut off in between:
 * the slot would stay claimed for ever. Such an operation calls {@link #require} first. If there is
 * not enough stack for the whole operation, {@code require} overflows, and nothing has happened
 * yet.
 */
public final class StackRoom {
  /*
   * The virtual machine checks the stack whenever a method is entered. In the interpreter a frame
   * takes eight bytes for each slot of a local variable, whether the variable is used or not. So
   * require enters a method with more of them than the operations that rely on it take up on the
   * stack, their accesses by VarHandle included. Code that runs for the first few times is
   * interpreted.
   *
   * A compiler inlines that method, finds that it does nothing, and leaves nothing of it. Nothing is
   * needed then: the compiler inlines the operation as well, and a compiled method checks the stack
   * at its entry for all that is inlined in it, and for the interpreter's frames that may replace it.
   *
   * What remains: an operation whose own methods are compiled but not inlined into one another may
   * still overflow between claim and publication. And the first execution of an access by VarHandle
   * links it, which takes far more stack. So a class that relies on this runs each of its operations
   * once when it is initialized.
   */

  private StackRoom() {}

  /** Overflows the stack unless about two kilobytes of it are left. */
  public static void require() {
    twoKilobytes();
  }

  @SuppressWarnings("UnusedVariable") // their slots in the frame are what is wanted
  private static void twoKilobytes() {
    long v000, v001, v002, v003, v004, v005, v006, v007;
    long v008, v009, v010, v011, v012, v013, v014, v015;
    long v016, v017, v018, v019, v020, v021, v022, v023;
    long v024, v025, v026, v027, v028, v029, v030, v031;
    long v032, v033, v034, v035, v036, v037, v038, v039;
    long v040, v041, v042, v043, v044, v045, v046, v047;
    long v048, v049, v050, v051, v052, v053, v054, v055;
    long v056, v057, v058, v059, v060, v061, v062, v063;
    long v064, v065, v066, v067, v068, v069, v070, v071;
    long v072, v073, v074, v075, v076, v077, v078, v079;
    long v080, v081, v082, v083, v084, v085, v086, v087;
    long v088, v089, v090, v091, v092, v093, v094, v095;
    long v096, v097, v098, v099, v100, v101, v102, v103;
    long v104, v105, v106, v107, v108, v109, v110, v111;
    long v112, v113, v114, v115, v116, v117, v118, v119;
    long v120, v121, v122, v123, v124, v125, v126, v127;
  }
}
