package io.latchless.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.benchmarks.demo.CounterIncrement;
import io.latchless.benchmarks.demo.HandOver;
import io.latchless.benchmarks.results.Role;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ContestBuilderTest {
  @Test
  void keepsWhatWasDeclared() {
    Contest contest = counter().threads(3).with("work", "10").latency().build();
    assertThat(contest.name()).isEqualTo("area/type/case");
    assertThat(contest.method()).isEqualTo("increment");
    assertThat(contest.threads()).isEqualTo(3);
    assertThat(contest.parameters()).isEqualTo(Map.of("work", "10"));
    assertThat(contest.ours().name()).isEqualTo("CasCounter");
    assertThat(contest.opponents())
        .extracting(Subject::role)
        .containsExactly(Role.MUTEX, Role.PEER);
    assertThat(contest.latency()).isTrue();
    assertThat(contest.footprint()).isNull();
  }

  @Test
  void oneThreadUnlessToldOtherwise() {
    assertThat(counter().build().threads()).isEqualTo(1);
  }

  @Test
  void keepsFlagsOfOneSubject() {
    Contest contest = counter().peer("Agrona", "--add-opens=a", "-Db=c").build();
    assertThat(contest.subjects().get(3).jvmArguments()).containsExactly("--add-opens=a", "-Db=c");
  }

  @Test
  void groupCountsAllItsThreads() {
    Contest contest = transfer().group("poll", 1).group("offer", 2).latency().build();
    assertThat(contest.threads()).isEqualTo(3);
    assertThat(contest.group()).containsExactly(Map.entry("offer", 2), Map.entry("poll", 1));
  }

  @Test
  void refusesOddNames() {
    for (String name : new String[] {"", "a/b", "a/b/c/d", "A/b/c", "a/b/c d"}) {
      assertRefused(() -> Contest.named(name), "a name is area/type/case");
    }
  }

  @Test
  void refusesMissingParts() {
    assertRefused(() -> counter().asks(" ").build(), "asks(...) is missing");
    assertRefused(() -> counter().does("").build(), "does(...) is missing");
    assertRefused(
        () -> Contest.named("a/b/c").asks("?").does("x").ours("o").mutex("m").build(),
        "contest \"a/b/c\": no benchmark class is given");
  }

  @Test
  void refusesWrongSubjects() {
    assertRefused(() -> bare().build(), "no subject is ours");
    assertRefused(() -> bare().mutex("m").build(), "no subject is ours");
    assertRefused(() -> bare().ours("o").build(), "o has no opponent");
    assertRefused(() -> bare().ours("o").ours("p"), "two subjects are ours: o and p");
    assertRefused(() -> bare().mutex("m").ours("o"), "ours must come before");
    assertRefused(() -> bare().ours("o").peer("o"), "subject \"o\" is given twice");
    assertRefused(() -> bare().ours(""), "a subject has no name");
  }

  @Test
  void refusesWrongThreads() {
    assertRefused(() -> counter().threads(0), "threads must be at least 1, not 0");
    assertRefused(() -> transfer().group("offer", 0), "needs at least 1 thread");
    assertRefused(() -> transfer().group("offer", 1).group("offer", 1), "given twice");
    assertRefused(
        () -> transfer().threads(2).group("offer", 1).group("poll", 1).build(), "not both");
  }

  @Test
  void refusesParametersThatJmhWouldIgnore() {
    assertRefused(
        () -> counter().with("wrok", "1").build(),
        "CounterIncrement has no parameter wrok, only [subject, work]");
    assertRefused(() -> counter().with("work", "1").with("work", "2"), "work is given twice");
    assertRefused(() -> counter().with("subject", "x"), "is set by the engine");
  }

  @Test
  void refusesMethodsThatAreNotThere() {
    assertRefused(
        () -> counter().benchmark(CounterIncrement.class, "inc").build(),
        "CounterIncrement has no @Benchmark or @Group inc");
    assertRefused(
        () -> counter().benchmark(String.class).build(), "has no public @Benchmark method");
    assertRefused(
        () -> counter().benchmark(CounterIncrement.class, "incrementTimed").latency().build(),
        "latency() needs the timed twin incrementTimedTimed");
  }

  @Test
  void refusesGroupsThatDoNotFit() {
    assertRefused(
        () -> transfer().build(), "@Group transfer has the methods [offer, poll], not []");
    assertRefused(
        () -> transfer().group("offer", 1).group("pole", 1).build(), "[offer, poll], not");
    assertRefused(() -> counter().group("increment", 2).build(), "increment is not a @Group");
  }

  private static ContestBuilder bare() {
    return Contest.named("area/type/case")
        .asks("Which?")
        .does("increments")
        .benchmark(CounterIncrement.class);
  }

  private static ContestBuilder counter() {
    return bare().ours("CasCounter").mutex("synchronized").peer("AtomicLong");
  }

  private static ContestBuilder transfer() {
    return counter().benchmark(HandOver.class, "transfer");
  }

  private static void assertRefused(ThrowingCallable declaration, String message) {
    assertThatThrownBy(declaration)
        .isInstanceOf(InvalidContestException.class)
        .hasMessageContaining(message);
  }
}
