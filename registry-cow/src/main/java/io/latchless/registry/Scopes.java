package io.latchless.registry;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The handlers of all origins, each followed by those of its parents. Immutable. */
final class Scopes<H> {
  /*
   * CHAINS. Each origin with handlers has one array: its own handlers, then those of its nearest
   * parent with handlers, and so on up to the global ones. So an emission finds one entry and
   * iterates over one array. An array with parents' handlers holds at most FLAT handlers. If there
   * would be more, it holds only the origin's own, and refers to the parent's array. This bounds
   * what a change copies for each origin below.
   *
   *     a       [ h1 .. h30 ]
   *     a.b     [ h31 h32 | h1 .. h30 ]     32 handlers: still one array
   *     a.b.c   [ h33 ] --> a.b             would be 33
   *
   * LOOKUP. The table is an open hash table in which each entry is at one of PROBES places. Parents
   * are found without creating substrings. The hash code of a string is the sum of its characters
   * times powers of 31, and 31 has an inverse modulo 2^32. So one subtraction and one
   * multiplication remove the last character from a hash code. If many origins have equal hash
   * codes, an entry may find all its places taken. It is then found by a binary search in the
   * sorted array.
   *
   * ORDER. The dot sorts before all other characters. So each origin stands before those below it,
   * and these follow it without a gap. A change rebuilds them in one pass: the nearest parent of
   * the next one is the one before it, or a parent of that.
   */

  /** The largest number of handlers in an array that includes those of a parent. */
  private static final int FLAT = 32;

  private static final int PROBES = 8;

  /** The inverse of 31 modulo 2^32. */
  private static final int INVERSE_OF_31 = 0xBDEF7BDF;

  private static final Scopes<?> NONE = new Scopes<>(newArray(0), Handlers.none());

  /** An origin that has handlers of its own. */
  static final class Scope<H> {
    private final String origin;
    private final Handlers<H> own;

    /** The nearest parent that has handlers. */
    private final @Nullable Scope<H> parent;

    private final Object[] chain;
    private final @Nullable Scope<H> rest;

    Scope(String origin, Handlers<H> own, @Nullable Scope<H> parent) {
      this.origin = origin;
      this.own = own;
      this.parent = parent;
      if (parent == null || own.size() + parent.chain.length > FLAT) {
        this.chain = own.array();
        this.rest = parent;
      } else {
        this.chain = Arrays.copyOf(own.array(), own.size() + parent.chain.length);
        System.arraycopy(parent.chain, 0, chain, own.size(), parent.chain.length);
        this.rest = parent.rest;
      }
    }

    /** Returns its handlers, followed by those of as many parents as the array includes. */
    Object[] chain() {
      return chain;
    }

    /** Returns the parent whose chain an emission visits after this one, or null. */
    @Nullable Scope<H> rest() {
      return rest;
    }

    /** Returns whether its origin equals the prefix of another, with that length and hash code. */
    private boolean isPrefix(String other, int length, int hash) {
      return origin.hashCode() == hash && origin.length() == length && other.startsWith(origin);
    }
  }

  private final @Nullable Scope<H>[] table;
  private final Scope<H>[] sorted;
  private final @Nullable Scope<H> global;
  private final Handlers<H> catchAll;

  private Scopes(Scope<H>[] sorted, Handlers<H> catchAll) {
    this.table = newTable(4 * Integer.highestOneBit(sorted.length + 1));
    this.sorted = sorted;
    this.global = sorted.length > 0 && sorted[0].origin.isEmpty() ? sorted[0] : null;
    this.catchAll = catchAll;
    for (Scope<H> scope : sorted) {
      int at = place(scope.origin.hashCode());
      for (int probe = 0; probe < PROBES; probe++) {
        if (table[at] == null) {
          table[at] = scope;
          break;
        }
        at = next(at);
      }
    }
  }

  @SuppressWarnings("unchecked") // it is empty
  static <H> Scopes<H> none() {
    return (Scopes<H>) NONE;
  }

  /** Returns how many origins have handlers of their own. */
  int size() {
    return sorted.length;
  }

  /** Returns the handlers that every emission calls last. */
  Handlers<H> catchAll() {
    return catchAll;
  }

  /** Returns the origin itself or its nearest parent that has handlers, or null. */
  @Nullable Scope<H> nearest(String origin) {
    int hash = origin.hashCode();
    for (int length = origin.length(); length > 0; ) {
      Scope<H> found = find(origin, length, hash);
      if (found != null) {
        return found;
      }
      char last;
      do {
        length--;
        last = origin.charAt(length);
        hash = (hash - last) * INVERSE_OF_31;
      } while (last != '.' && length > 0);
    }
    return global;
  }

  Scopes<H> withCatchAll(UnaryOperator<Handlers<H>> change) {
    Handlers<H> after = change.apply(catchAll);
    return after == catchAll ? this : new Scopes<>(sorted, after);
  }

  /** Returns the scopes with changed handlers for one origin; itself if nothing changes. */
  Scopes<H> with(String origin, UnaryOperator<Handlers<H>> change) {
    int found = search(origin, origin.length());
    Handlers<H> before = found < 0 ? Handlers.none() : sorted[found].own;
    Handlers<H> after = change.apply(before);
    if (after == before) {
      return this;
    }
    int from = found < 0 ? ~found : found;
    int kept = found < 0 ? from : from + 1;
    int below = after.isEmpty() ? from : from + 1;
    Scope<H>[] next = Arrays.copyOf(sorted, below + sorted.length - kept);
    System.arraycopy(sorted, kept, next, below, sorted.length - kept);
    Scope<H> last = from == 0 ? null : next[from - 1];
    if (!after.isEmpty()) {
      last = new Scope<>(origin, after, nearestAbove(origin, last));
      next[from] = last;
    }
    for (int at = below; at < next.length && isAbove(origin, next[at].origin); at++) {
      Scope<H> present = next[at];
      last = new Scope<>(present.origin, present.own, nearestAbove(present.origin, last));
      next[at] = last;
    }
    return new Scopes<>(next, catchAll);
  }

  private static boolean isAbove(String origin, String other) {
    int length = origin.length();
    return other.length() > length
        && (length == 0 || (other.charAt(length) == '.' && other.startsWith(origin)));
  }

  /** Returns the nearest parent of an origin, given the scope before it in the order. */
  private static <H> @Nullable Scope<H> nearestAbove(String origin, @Nullable Scope<H> before) {
    Scope<H> above = before;
    while (above != null && !isAbove(above.origin, origin)) {
      above = above.parent;
    }
    return above;
  }

  /** Finds the scope of the prefix of an origin, with that length and hash code. */
  private @Nullable Scope<H> find(String origin, int length, int hash) {
    int at = place(hash);
    for (int probe = 0; probe < PROBES; probe++) {
      Scope<H> scope = table[at];
      if (scope == null || scope.isPrefix(origin, length, hash)) {
        return scope;
      }
      at = next(at);
    }
    int found = search(origin, length);
    return found < 0 ? null : sorted[found];
  }

  /** Returns the index of the prefix of an origin, or the complement of where to insert it. */
  private int search(String origin, int length) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(origin, length, sorted[middle].origin);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return ~low;
  }

  /** Compares the prefix of an origin with another origin. The dot sorts first. */
  private static int compare(String origin, int length, String other) {
    int shared = Math.min(length, other.length());
    for (int at = 0; at < shared; at++) {
      char mine = origin.charAt(at);
      char theirs = other.charAt(at);
      if (mine != theirs) {
        return mine == '.' ? -1 : theirs == '.' ? 1 : mine - theirs;
      }
    }
    return length - other.length();
  }

  private int place(int hash) {
    return Hashes.mixed(hash) & (table.length - 1);
  }

  private int next(int at) {
    return (at + 1) & (table.length - 1);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  private static <H> @Nullable Scope<H>[] newTable(int length) {
    return new Scope[length];
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  private static <H> Scope<H>[] newArray(int length) {
    return new Scope[length];
  }
}
