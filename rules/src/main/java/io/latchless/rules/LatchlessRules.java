package io.latchless.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Rules for <a href="https://www.archunit.org">ArchUnit</a> against mistakes that make code wrong
 * as soon as a second thread uses it.
 *
 * <p>All of them in a test of JUnit's, with {@code archunit-junit5} or {@code archunit-junit4}
 * beside this module:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "com.example", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ConcurrencyRulesTest {
 *   @ArchTest static final ArchTests latchless = ArchTests.in(LatchlessRules.class);
 * }
 * }</pre>
 *
 * <p>or one of them, wherever ArchUnit runs: {@code
 * LatchlessRules.NO_CLASSES_SHOULD_EXPORT_MUTABLE_FIELDS.check(classes)}.
 *
 * <p>A rule would rather miss a mistake than report what is none: where a class file does not show
 * enough, it is silent. Each says below what it sees and what it does not see. A class whose bytes
 * cannot be read is reported by every rule, since it has not been checked. The bytes are read from
 * where ArchUnit imported them, of any version of Java up to the newest that ASM knows. A class
 * file that ArchUnit itself could not read, of which it makes a line in its log only, is reported
 * too, if it is in the same tree of directories or the same JAR file as one that was imported, and
 * not in {@code META-INF}.
 *
 * <p>A finding that is none for a reason that no class file can show, such as a map that one thread
 * alone writes, goes into ArchUnit's {@code archunit_ignore_patterns.txt}; those of an old code
 * base are kept apart by its {@code FreezingArchRule}. Each finding is one line that begins with
 * the member and ends with the place.
 */
public final class LatchlessRules {
  /**
   * No class lets others change its fields behind its back.
   *
   * <p>Sees, in a class that code outside of its package can reach by name: a field that is public
   * and not final; one that is protected and not final, if the class can be extended, a sealed one
   * by way of an heir that can; a field that is public and final and holds an array, unless all
   * that it is ever assigned is empty arrays; one whose type is a class of the JDK for collections
   * that can be changed and are not made for several threads; one whose type is an interface of the
   * JDK for collections, if a collection that can be changed is assigned to it, such as {@code new
   * ArrayList}, {@code Arrays.asList} or the result of {@code Collectors.toList()}.
   *
   * <p>Leaves alone: what only the package can reach; what a compiler has added; collections of
   * {@code java.util.concurrent}, synchronized ones included, which are made to be shared.
   *
   * <p>Does not see: that a module does not export the package; what else can be changed, such as a
   * {@code Date} or a class of yours; what a collection was made from, if it came in as an argument
   * or from a method of another class.
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_EXPORT_MUTABLE_FIELDS =
      classes()
          .should(new KeepMutableFieldsToThemselves())
          .because(
              "whoever can set a field or change what it holds can do so between any two steps of"
                  + " the class, from any thread");

  /**
   * No method hands out an array or a collection by which a caller could change the object.
   *
   * <p>Sees, in a class that code outside of its package can reach by name, each public method, and
   * each protected one if the class can be extended, that returns the value of a field that the
   * class declares, through variables, casts and branches too; the accessors of records are such
   * methods. The field is of an array type; or its type is a class of the JDK for collections that
   * can be changed and are not made for several threads; or it is an interface of the JDK for
   * collections, and somewhere the field is assigned a collection that can be changed, or an
   * argument as it came in.
   *
   * <p>Leaves alone: methods that a compiler has added; fields that hold only empty arrays, or only
   * what comes from {@code List.of}, {@code copyOf}, {@code Collections.unmodifiable…}, {@code
   * empty…}, {@code singleton…}, {@code Stream.toList}, {@code Collectors.toUnmodifiable…}, or has
   * a type whose name begins with {@code Immutable}, {@code Unmodifiable} or {@code Persistent},
   * such as Guava's, also by way of a method of the same class that cannot be overridden, and of
   * other fields; collections of {@code java.util.concurrent}, and synchronized ones, which are
   * made to be shared; a value that the method keeps while it puts another into the field, which is
   * thereby handed over; a field of an object that the method has made.
   *
   * <p>Does not see: what a method returns that got the array from another method; fields that are
   * inherited; arrays within arrays or collections, and elements that can be changed; a view, such
   * as {@code map.keySet()}; a method that the outside reaches only by an interface, because its
   * class is not exported; a method of the package; that a module does not export the package. That
   * a caller may keep what it passed in is seen only if a method returns it. A collection from a
   * method of another class is taken to be immutable.
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_RETURN_ARRAYS_OR_COLLECTIONS_WITHOUT_A_COPY =
      classes()
          .should(new ReturnCopies())
          .because(
              "a caller that has the object's own array or collection can change it, and sees the"
                  + " object's changes half-way, whatever lock the object keeps");

  /**
   * No method looks into a concurrent map and then, by what it saw, changes it in a second step.
   *
   * <p>Sees, in one method, {@code containsKey}, {@code get} or {@code getOrDefault}, followed by
   * {@code put}, {@code remove(key)} or {@code replace(key, value)} on the same map and key, if a
   * branch that depends on the first call decides whether the second is reached, or if the value
   * that is put is computed from the first. The map is the same if it is the same field of the same
   * object, the same static field, parameter or local variable; the key likewise, or the same
   * constant, or what the same getter gives, or component of a record. A map is concurrent if the
   * compiler knew it as a {@code ConcurrentMap} or a class that implements it, or if a field that
   * is declared as another interface holds nothing else.
   *
   * <p>Leaves alone: {@code putIfAbsent}, {@code computeIfAbsent}, {@code compute}, {@code merge},
   * {@code replace(key, old, new)} and {@code remove(key, value)}, which look and act in one step;
   * {@code containsKey} followed by {@code replace(key, value)}, which looks again itself, or by a
   * {@code remove(key)} whose result is dropped and which is all that hangs on it; an act within a
   * synchronized block, a method that is synchronized, or annotated with a {@code GuardedBy} of any
   * package, or that calls a lock of {@code java.util.concurrent.locks}; a map that the method has
   * made itself; fields of the object in its constructor, and of the class in its static
   * initializer.
   *
   * <p>Does not see: steps that are spread over several methods or over a lambda and what is around
   * it; a lock that the caller holds, or that one thread alone writes the map, so that these may be
   * reported though they are right; that a lock is the wrong one; keys that are computed twice; a
   * loop over all entries.
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_CHECK_THEN_ACT_ON_CONCURRENT_MAPS =
      classes()
          .should(new ChangeMapsInOneStep())
          .because(
              "each call of a concurrent map is atomic and two of them are not, and the map has"
                  + " methods that do both in one");

  /**
   * No loop waits for a field that need not show it the change.
   *
   * <p>Sees a loop of which every exit is decided by fields that are neither volatile nor written
   * in the loop, and by nothing else that the loop changes, so that only another thread can end it:
   * {@code while (!stopped) {}}, with or without {@code Thread.onSpinWait}, {@code yield}, {@code
   * sleep} or {@code LockSupport.park} in it, none of which orders memory. The fields may be of any
   * type. Nothing in the loop, handlers of exceptions included, enters or leaves a monitor, reads
   * or writes a volatile field, or calls a method but those; reading the field once is then what
   * the memory model allows, and what a compiler does.
   *
   * <p>Leaves alone: a loop that calls anything else, for it might order memory, and a compiler
   * that does not look into it must read anew; a loop that can also end by itself, by a count or a
   * deadline, for which the field may well be a setting that does not change.
   *
   * <p>Does not see: a field that is read by a method which the loop calls, even {@code
   * isStopped()}, which a compiler would inline; elements of arrays; a flag that was copied into a
   * local variable; fields of classes that ArchUnit does not know.
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_WAIT_IN_LOOPS_FOR_PLAIN_FIELDS =
      classes()
          .should(new SeeWhatTheyWaitFor())
          .because(
              "without volatile nothing makes the write of another thread visible to the loop, and"
                  + " the compiler may move the read out of it");

  /**
   * No method synchronizes on an object whose identity means nothing.
   *
   * <p>Sees a synchronized block on a string literal, on {@code intern()} or any other value that
   * the compiler knew as a {@code String}, a boxed primitive, or of a class that the JDK calls
   * value-based, such as those of {@code java.time} and {@code Optional}; on what {@code List.of},
   * {@code Set.of}, {@code Map.of} and {@code copyOf} give; on an element of an array of such; and
   * on a final field, whatever its type, to which only such are assigned.
   *
   * <p>Leaves alone: literals of classes, such as {@code Order.class}, which are one per class by
   * intent; {@code new String}, which is nobody else's, and a final field that holds one; constants
   * of an enum.
   *
   * <p>Does not see: such a value behind a variable, a parameter or a return type of a general
   * type, such as {@code Object} or a type parameter; value classes of your own.
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_SYNCHRONIZE_ON_BOXED_OR_INTERNED_VALUES =
      classes()
          .should(new LockObjectsOfTheirOwn())
          .because(
              "equal values may be one object, which strangers lock too, or several, which exclude"
                  + " nobody, and a later Java refuses to lock a value at all");

  private LatchlessRules() {}
}
