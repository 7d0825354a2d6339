package io.latchless.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The handlers of all origins, each with those of its parents behind its own. Immutable. */
final class Scopes<H> {
  /*
   * An open hash table of the origins that have handlers. Each has its chain ready, that is its own
   * handlers, its parents' and the global ones in one array, so an emission finds one entry and goes
   * through one array. An origin without handlers of its own has the chain of the nearest parent that
   * has some. Parents are found without making strings of them: the hash code of a string is the sum of
   * its characters times powers of 31, and 31 has an inverse among the ints, so the hash code of what is
   * left without the last character is got by a subtraction and a multiplication.
   *
   * A change makes a new table, with new chains for the origin and those below it.
   */

  /** Times 31 it is 1, modulo 2^32. */
  private static final int INVERSE_OF_31 = 0xBDEF7BDF;

  private static final Scopes<?> NONE = new Scopes<>(List.of(), Handlers.none());

  /** One origin that has handlers of its own. */
  private static final class Scope<H> {
    final String origin;
    final Handlers<H> own;
    final Object[] chain;

    Scope(String origin, Handlers<H> own, Object[] chain) {
      this.origin = origin;
      this.own = own;
      this.chain = chain;
    }

    /** Whether its origin is the first so many characters of another one. */
    boolean isFirst(String other, int length, int hash) {
      return origin.hashCode() == hash && origin.length() == length && other.startsWith(origin);
    }
  }

  private final @Nullable Scope<H>[] table;
  private final int size;
  private final Object[] global;
  private final Handlers<H> catchAll;

  private Scopes(Collection<Scope<H>> scopes, Handlers<H> catchAll) {
    this.table = newTable(4 * Integer.highestOneBit(scopes.size() + 1));
    this.size = scopes.size();
    this.catchAll = catchAll;
    for (Scope<H> scope : scopes) {
      int at = place(scope.origin.hashCode());
      while (table[at] != null) {
        at = next(at);
      }
      table[at] = scope;
    }
    Scope<H> top = find("", 0, 0);
    global = top == null ? new Object[0] : top.chain;
  }

  @SuppressWarnings("unchecked") // there is none in it
  static <H> Scopes<H> none() {
    return (Scopes<H>) NONE;
  }

  /** How many origins have handlers of their own. */
  int size() {
    return size;
  }

  /** The handlers that are called whatever the origin is. */
  Handlers<H> catchAll() {
    return catchAll;
  }

  /** The handlers of an origin, its parents and the global ones, in this order. */
  Object[] chainOf(String origin) {
    int hash = origin.hashCode();
    for (int length = origin.length(); length > 0; ) {
      Scope<H> found = find(origin, length, hash);
      if (found != null) {
        return found.chain;
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
    return after == catchAll ? this : new Scopes<>(scopes(), after);
  }

  /** With other handlers for one origin; itself if the change makes no difference. */
  Scopes<H> with(String origin, UnaryOperator<Handlers<H>> change) {
    Scope<H> present = find(origin, origin.length(), origin.hashCode());
    Handlers<H> before = present == null ? Handlers.none() : present.own;
    Handlers<H> after = change.apply(before);
    if (after == before) {
      return this;
    }
    Map<String, Scope<H>> next = new HashMap<>();
    scopes().forEach(scope -> next.put(scope.origin, scope));
    if (after.isEmpty()) {
      next.remove(origin);
    } else {
      next.put(origin, new Scope<>(origin, after, new Object[0]));
    }
    next.replaceAll(
        (name, scope) ->
            isAtOrBelow(origin, name) ? new Scope<>(name, scope.own, chain(name, next)) : scope);
    return new Scopes<>(next.values(), catchAll);
  }

  private static boolean isAtOrBelow(String origin, String name) {
    return name.startsWith(origin)
        && (origin.isEmpty()
            || name.length() == origin.length()
            || name.charAt(origin.length()) == '.');
  }

  private static <H> Object[] chain(String origin, Map<String, Scope<H>> scopes) {
    List<Handlers<H>> levels = new ArrayList<>();
    int handlers = 0;
    for (String level = origin; level != null; level = parent(level)) {
      Scope<H> scope = scopes.get(level);
      if (scope != null) {
        levels.add(scope.own);
        handlers += scope.own.size();
      }
    }
    Object[] chain = new Object[handlers];
    int at = 0;
    for (Handlers<H> level : levels) {
      at = level.copyTo(chain, at);
    }
    return chain;
  }

  private static @Nullable String parent(String origin) {
    return origin.isEmpty() ? null : origin.substring(0, Math.max(0, origin.lastIndexOf('.')));
  }

  private List<Scope<H>> scopes() {
    List<Scope<H>> scopes = new ArrayList<>(size);
    for (Scope<H> scope : table) {
      if (scope != null) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  /** The scope whose origin is the first so many characters of another one, of that hash code. */
  private @Nullable Scope<H> find(String origin, int length, int hash) {
    for (int at = place(hash); ; at = next(at)) {
      Scope<H> scope = table[at];
      if (scope == null || scope.isFirst(origin, length, hash)) {
        return scope;
      }
    }
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
}
