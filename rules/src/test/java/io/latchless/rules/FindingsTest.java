package io.latchless.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A finding names the member, what can go wrong, what to write instead, and the place. */
class FindingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FIELDS   | Field <%s.OpenFields.count> | is public and not final, so other code can \
          change it at any time, bypassing the checks and the memory ordering of this class; \
          make it private and offer methods instead (OpenFields.java:
          FIELDS   | Field <%s.OpenFields.NAMES> | is public and holds a mutable array, so other \
          code can change it while threads read it; make it private and return a copy, or hold \
          an immutable list (OpenFields.java:
          RETURNS  | Method <%s.Samples.values()> | returns the array of field \
          <%s.Samples.values> itself, so a caller can change it while threads read it; return a \
          copy, such as values.clone() (Samples.java:
          RETURNS  | Method <%s.Orders.given()> | returns the collection of field \
          <%s.Orders.given> itself, a mutable java.util.Set, so a caller can change it or see \
          half of a change; return a copy, such as Set.copyOf(given), or keep an immutable \
          collection in the field (Orders.java:
          MAPS     | Method <%s.Sessions.refuseDuplicate(java.lang.String, %s.Sessions$Session)> \
          | calls containsKey and then, depending on the result, put on the same concurrent map \
          and key; another thread can change the mapping in between, so its change may be lost \
          or made twice; use putIfAbsent, computeIfAbsent, compute or merge (Sessions.java:
          MAPS     | A lambda in <%s.Sessions.inALambda> | calls containsKey and then, depending \
          on the result, put on the same concurrent map and key; another thread can change the \
          mapping in between, so its change may be lost or made twice; use putIfAbsent, \
          computeIfAbsent, compute or merge (Sessions.java:
          LOOPS    | Method <%s.Waits.spinning()> | waits in a loop for another thread to change \
          field <%s.Waits.stopped>, which is not volatile, so the compiler may read it only once \
          and the loop may never end; make the field volatile or use an atomic class \
          (Waits.java:
          MONITORS | Method <%s.SharedLocks.aBoxedField()> | synchronizes on a value of class \
          java.lang.Integer, which unrelated code may lock too, and which may be another object \
          for an equal value; synchronize on a private final Object (SharedLocks.java:
          """)
  void isOneSentence(Example example, String member, String complaint) {
    String begin = member.replace("%s", example.caught()) + " ";

    assertThat(example.findingsIn(example.caught()))
        .filteredOn(finding -> finding.startsWith(begin))
        .singleElement()
        .asString()
        .startsWith(begin + complaint.replace("%s", example.caught()));
  }
}
