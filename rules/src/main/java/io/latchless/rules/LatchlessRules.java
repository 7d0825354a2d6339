package io.latchless.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Rules for <a href="https://www.archunit.org">ArchUnit</a> that find code which breaks as soon as
 * a second thread uses it.
 *
 * <p>To run all rules in a JUnit test, add {@code archunit-junit5} or {@code archunit-junit4}
 * beside this module:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "com.example", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ConcurrencyRulesTest {
 *   @ArchTest static final ArchTests latchless = ArchTests.in(LatchlessRules.class);
 * }
 * }</pre>
 *
 * <p>To run a single rule, wherever ArchUnit runs: {@code
 * LatchlessRules.NO_CLASSES_SHOULD_EXPORT_MUTABLE_FIELDS.check(classes)}.
 *
 * <p>A rule prefers a missed mistake to a false alarm: if a class file does not show enough, the
 * rule is silent. Each rule lists below what it reports and what it does not see.
 *
 * <p>Each rule also reports classes that it could not check. It reads the bytes from where ArchUnit
 * imported them, for any version of Java up to the newest that ASM knows. ArchUnit itself only logs
 * a class file that it cannot read. Such a file is reported too, if it is in the same directory
 * tree or JAR file as an imported class and not in {@code META-INF}.
 *
 * <p>Some findings are false for a reason that no class file can show, for example because only one
 * thread writes a map. List them in ArchUnit's {@code archunit_ignore_patterns.txt}. For the
 * findings of an old code base use its {@code FreezingArchRule}. Each finding is one line that
 * begins with the member and ends with the place.
 *
 * @since 0.1.0
 */
public final class LatchlessRules {
  /**
   * No class exposes fields that other classes can change.
   *
   * <p>Reports, in a class that code outside its package can reach by name:
   *
   * <ul>
   *   <li>a public field that is not final;
   *   <li>a protected field that is not final, if the class can be extended; a sealed class counts
   *       if a permitted subclass can be extended;
   *   <li>a public final field that holds an array, unless all arrays that are assigned to it are
   *       empty;
   *   <li>a public final field whose type is a mutable JDK collection class that is not
   *       thread-safe;
   *   <li>a public final field whose type is a JDK collection interface, if a mutable collection is
   *       assigned to it, such as {@code new ArrayList}, {@code Arrays.asList} or the result of
   *       {@code Collectors.toList()}.
   * </ul>
   *
   * <p>Ignores: members that only the package can reach; members that a compiler has added;
   * thread-safe collections, that is, those of {@code java.util.concurrent} and synchronized ones.
   *
   * <p>Does not see: whether a module exports the package; other mutable types, such as {@code
   * Date} or your own classes; the origin of a collection that was passed as an argument or
   * returned by a method of another class.
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_EXPORT_MUTABLE_FIELDS =
      classes()
          .should(new KeepMutableFieldsToThemselves())
          .because(
              "code that can set a field or change its content can do so between any two steps of"
                  + " the class, from any thread");

  /**
   * No method returns an array or a collection through which a caller could change the object.
   *
   * <p>Reports, in a class that code outside its package can reach by name, each method that
   * returns the value of a field of the class, also through variables, casts and branches. The
   * method is public, or protected in a class that can be extended; accessors of records count. The
   * field has one of these types:
   *
   * <ul>
   *   <li>an array;
   *   <li>a mutable JDK collection class that is not thread-safe;
   *   <li>a JDK collection interface, if a mutable collection, or an argument without a copy, is
   *       assigned to the field anywhere.
   * </ul>
   *
   * <p>Ignores:
   *
   * <ul>
   *   <li>methods that a compiler has added;
   *   <li>fields that hold only empty arrays, or only results of {@code List.of}, {@code copyOf},
   *       {@code Collections.unmodifiable…}, {@code empty…}, {@code singleton…}, {@code
   *       Stream.toList} or {@code Collectors.toUnmodifiable…}, also through other fields and
   *       through methods of the same class that cannot be overridden;
   *   <li>types whose name begins with {@code Immutable}, {@code Unmodifiable} or {@code
   *       Persistent}, such as Guava's;
   *   <li>thread-safe collections, that is, those of {@code java.util.concurrent} and synchronized
   *       ones;
   *   <li>a value that the method hands over, because it stores another value in the field before
   *       it returns the old one;
   *   <li>a field of an object that the method has created.
   * </ul>
   *
   * <p>Does not see:
   *
   * <ul>
   *   <li>arrays that the method got from another method;
   *   <li>inherited fields;
   *   <li>arrays inside arrays or collections, and mutable elements;
   *   <li>views, such as {@code map.keySet()};
   *   <li>methods that other packages reach only through an interface, because the class is not
   *       exported;
   *   <li>package-private methods;
   *   <li>whether a module exports the package;
   *   <li>that a caller may keep an object that it passed in, unless a method returns that object;
   *   <li>that a collection from a method of another class is mutable.
   * </ul>
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_RETURN_ARRAYS_OR_COLLECTIONS_WITHOUT_A_COPY =
      classes()
          .should(new ReturnCopies())
          .because(
              "a caller that has the object's own array or collection can change it, and can see"
                  + " half of a change, whatever lock the object uses");

  /**
   * No method reads a concurrent map and then changes it in a second step that depends on the read.
   *
   * <p>Reports, in one method, {@code containsKey}, {@code get} or {@code getOrDefault}, followed
   * by {@code put}, {@code remove(key)} or {@code replace(key, value)} on the same map and key. A
   * branch that depends on the first call must decide whether the second is reached, or the value
   * that is put must be computed from the first.
   *
   * <p>The map is the same if it is the same field of the same object, or the same static field,
   * parameter or local variable. The key is the same in these cases too, and if it is the same
   * constant, the result of the same getter, or the same component of a record. A map is concurrent
   * if its static type is {@code ConcurrentMap} or a class that implements it, or if a field of
   * another interface type never holds anything else.
   *
   * <p>Ignores:
   *
   * <ul>
   *   <li>{@code putIfAbsent}, {@code computeIfAbsent}, {@code compute}, {@code merge}, {@code
   *       replace(key, old, new)} and {@code remove(key, value)}, which check and act in one step;
   *   <li>{@code containsKey} followed by {@code replace(key, value)}, which checks again itself;
   *   <li>{@code containsKey} followed by a {@code remove(key)} whose result is dropped, if nothing
   *       else depends on the check;
   *   <li>changes within a synchronized block or method, in a method with a {@code GuardedBy}
   *       annotation of any package, or in a method that calls a lock of {@code
   *       java.util.concurrent.locks};
   *   <li>a map that the method has created;
   *   <li>fields of the object in its constructor, and of the class in its static initializer.
   * </ul>
   *
   * <p>Does not see: steps that are split between methods, or between a lambda and its surrounding
   * code; that a lock is the wrong one; keys that are computed twice; loops over all entries.
   *
   * <p>Correct code may be reported if the caller holds a lock, or if only one thread writes the
   * map, because this rule cannot see either.
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_CHECK_THEN_ACT_ON_CONCURRENT_MAPS =
      classes()
          .should(new ChangeMapsInOneStep())
          .because(
              "each call of a concurrent map is atomic, but two calls are not, and the map has"
                  + " methods that do both in one step");

  /**
   * No loop waits for a change of a field that the memory model need not make visible.
   *
   * <p>Reports a loop that only another thread can end. All its exits depend on fields that are
   * neither volatile nor written in the loop, and on nothing else that the loop changes. An example
   * is {@code while (!stopped) {}}. The loop may contain {@code Thread.onSpinWait}, {@code yield},
   * {@code sleep} and {@code LockSupport.park}, none of which orders memory. The fields may be of
   * any type.
   *
   * <p>Nothing else in the loop, including exception handlers, enters or leaves a monitor, accesses
   * a volatile field, or calls a method. The memory model then allows a single read of the field,
   * and compilers make use of that.
   *
   * <p>Ignores: a loop that calls any other method, because the call might order memory, and a
   * compiler that does not inline it must read the field again; a loop that can also end by itself,
   * by a count or a deadline, because the field may be a setting that does not change.
   *
   * <p>Does not see: a field that is read by a method that the loop calls, even a trivial {@code
   * isStopped()} that a compiler would inline; elements of arrays; a flag that was copied to a
   * local variable; fields of classes that ArchUnit does not know.
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_WAIT_IN_LOOPS_FOR_PLAIN_FIELDS =
      classes()
          .should(new SeeWhatTheyWaitFor())
          .because(
              "without volatile nothing makes the write of another thread visible to the loop, and"
                  + " the compiler may move the read out of the loop");

  /**
   * No method synchronizes on an object whose identity is meaningless.
   *
   * <p>Reports a synchronized block on one of these objects, on an element of an array of them, or
   * on a final field of any type to which only such objects are assigned:
   *
   * <ul>
   *   <li>a string literal, the result of {@code intern()}, or any other value whose static type is
   *       {@code String};
   *   <li>a boxed primitive;
   *   <li>an instance of a class that the JDK calls value-based, such as {@code Optional} and those
   *       of {@code java.time};
   *   <li>the result of {@code List.of}, {@code Set.of}, {@code Map.of} or {@code copyOf}.
   * </ul>
   *
   * <p>Ignores: class literals, such as {@code Order.class}, which are one per class by intent;
   * {@code new String}, which no other code has, and a final field that holds one; enum constants.
   *
   * <p>Does not see: such a value behind a variable, a parameter or a return type of a general
   * type, such as {@code Object} or a type parameter; your own value classes.
   */
  @ArchTest
  public static final ArchRule NO_CLASSES_SHOULD_SYNCHRONIZE_ON_BOXED_OR_INTERNED_VALUES =
      classes()
          .should(new LockObjectsOfTheirOwn())
          .because(
              "equal values may be one object, which unrelated code locks too, or several objects,"
                  + " which do not exclude each other, and a later Java refuses to lock values");

  private LatchlessRules() {}
}
