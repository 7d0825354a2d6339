package io.latchless.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads: the member, what can go wrong, what to write instead, and where. */
class FindingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FIELDS   | Field <%s.OpenFields.count> | is public and not final, so that other code can change it at any time, without the checks and the order of memory of this class; make it private, and offer methods for what may be done with it (OpenFields.java:
          FIELDS   | Field <%s.OpenFields.NAMES> | is public and holds an array that can be changed, so that other code can change it while threads read it; make it private and return a copy, or hold an immutable list (OpenFields.java:
          RETURNS  | Method <%s.Samples.values()> | returns the array of field <%s.Samples.values> itself, so that a caller can change it while threads read it; return a copy, such as values.clone() (Samples.java:
          RETURNS  | Method <%s.Orders.given()> | returns the collection of field <%s.Orders.given> itself, a java.util.Set that can be changed, so that a caller can change it, or meet a change half-way; return a copy, such as Set.copyOf(given), or keep an immutable one in the field (Orders.java:
          MAPS     | Method <%s.Sessions.refuseDuplicate(java.lang.String, %s.Sessions$Session)> | calls containsKey and then, by what it saw, put on the same concurrent map and key, between which another thread can change the mapping, so that its change is lost or done twice; use putIfAbsent, computeIfAbsent, compute or merge (Sessions.java:
          MAPS     | A lambda in <%s.Sessions.inALambda> | calls containsKey and then, by what it saw, put on the same concurrent map and key, between which another thread can change the mapping, so that its change is lost or done twice; use putIfAbsent, computeIfAbsent, compute or merge (Sessions.java:
          LOOPS    | Method <%s.Waits.spinning()> | waits in a loop for another thread to change field <%s.Waits.stopped>, which is not volatile, so that the compiler may read it once and the loop never end; make the field volatile, or use an atomic class (Waits.java:
          MONITORS | Method <%s.SharedLocks.aBoxedField()> | synchronizes on a value of class java.lang.Integer, which code that knows nothing of this may lock too, and which may be another object for an equal value; synchronize on a private final Object (SharedLocks.java:
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
