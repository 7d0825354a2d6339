package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StripesTest {
  private static final int ENOUGH = 4;
  private final Stripes stripes = new Stripes(new long[2], 3, ENOUGH);

  @Test
  void readersSeeWhatWasPublishedLast() {
    write(1, 10);
    write(2, 20);

    assertThat(read()).containsExactly(2, 20);
  }

  @Test
  void readersSeeAChangeWhenItIsPublishedWhereverItsWriterStops() {
    write(1, 10);
    long[] stopped = stripes.claim();
    long claimed = Stripe.begin(stopped);
    Stripe.setOpaque(stopped, 0, 5);

    assertThat(read()).containsExactly(1, 10);

    Stripe.setOpaque(stopped, 1, 50);
    assertThat(read()).containsExactly(1, 10);

    Stripe.publishRelease(stopped, claimed);
    assertThat(read()).containsExactly(5, 50);

    Stripe.mirrorOpaque(stopped, 0);
    assertThat(read()).containsExactly(5, 50);

    Stripe.mirrorOpaque(stopped, 1);
    Stripe.endRelease(stopped, claimed);
    assertThat(read()).containsExactly(5, 50);
  }

  @Test
  void aWriterStartsFromWhatWasPublishedLast() {
    write(1, 10);
    write(2, 20);
    long[] stripe = stripes.claim();

    assertThat(Stripe.get(stripe, 0)).isEqualTo(2);
    assertThat(Stripe.get(stripe, 1)).isEqualTo(20);
  }

  @Test
  void fieldsStartWithTheirInitialValuesInBothCopies() {
    long[] stripe = Stripe.of(new long[] {3, 4}, 0);
    long[] words = new long[2];

    Stripe.read(stripe, 2, 0, words);
    assertThat(words).as("second copy").containsExactly(3, 4);

    assertThat(Stripe.tryClaim(stripe)).isTrue();
    Stripe.publishRelease(stripe, Stripe.begin(stripe));
    Stripe.read(stripe, 2, 0, words);
    assertThat(words).as("the writer's copy").containsExactly(3, 4);
  }

  @Test
  void changesAreCountedWhenTheyArePublished() {
    long[] stripe = Stripe.of(new long[1], 0);
    long[] words = new long[1];

    for (long changes = 0; changes < 3; changes++) {
      assertThat(Stripe.read(stripe, 1, 0, words)).as("idle").isEqualTo(changes);
      assertThat(Stripe.tryClaim(stripe)).isTrue();
      long claimed = Stripe.begin(stripe);
      assertThat(Stripe.read(stripe, 1, 0, words)).as("claimed").isEqualTo(changes);
      Stripe.publishRelease(stripe, claimed);
      assertThat(Stripe.read(stripe, 1, 0, words)).as("published").isEqualTo(changes + 1);
      Stripe.endRelease(stripe, claimed);
    }
  }

  @Test
  void oneWriterAtATimeHasAStripe() {
    long[] stripe = Stripe.of(new long[1], 0);

    assertThat(Stripe.tryClaim(stripe)).isTrue();
    long claimed = Stripe.begin(stripe);
    assertThat(Stripe.tryClaim(stripe)).isFalse();
    Stripe.publishRelease(stripe, claimed);
    assertThat(Stripe.tryClaim(stripe)).isFalse();
    Stripe.endRelease(stripe, claimed);
    assertThat(Stripe.tryClaim(stripe)).isTrue();
  }

  @Test
  void aWriterLeavesAStripeToAReaderThatWantsIt() {
    long[] wanted = stripes.claim();
    Stripe.endRelease(wanted, Stripe.begin(wanted));
    wanted[Stripe.READERS_WAITING] = 1;

    assertThat(Stripe.tryClaim(wanted)).isFalse();
    assertThat(stripes.claim()).isNotSameAs(wanted);

    wanted[Stripe.READERS_WAITING] = 0;
    assertThat(Stripe.tryClaim(wanted)).isTrue();
  }

  @Test
  void cellsAreReadBehindTheFields() {
    long[] stripe = stripes.claim();
    Stripe.setCellOpaque(stripe, Stripe.firstCell(2) + 2, 7);

    long[] words = new long[2 + 3];
    Stripe.read(stripe, 2, 3, words);
    assertThat(words).containsExactly(0, 0, 0, 0, 7);
    assertThat(Stripe.getCell(stripe, Stripe.firstCell(2) + 2)).isEqualTo(7);
  }

  @Test
  void oneThreadNeedsOneStripe() {
    for (int i = 0; i < 1_000; i++) {
      write(i, i);
    }
    assertThat(stripes.size()).isEqualTo(1);
  }

  @Test
  void stripesAreDoubledUpToEnoughAndThenAddedOneByOneForThoseThatAreStopped() {
    List<Integer> sizes = new ArrayList<>();
    Set<long[]> stopped = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < ENOUGH + 3; i++) {
      stopped.add(stripes.claim());
      sizes.add(stripes.size());
    }

    assertThat(stopped).hasSize(ENOUGH + 3);
    assertThat(sizes).isSorted().endsWith(ENOUGH + 1, ENOUGH + 2, ENOUGH + 3);
    assertThat(read()).as("while all stripes are claimed").containsExactly(0, 0);
  }

  private void write(long first, long second) {
    long[] stripe = stripes.claim();
    long claimed = Stripe.begin(stripe);
    Stripe.setOpaque(stripe, 0, first);
    Stripe.setOpaque(stripe, 1, second);
    Stripe.publishRelease(stripe, claimed);
    Stripe.mirrorOpaque(stripe, 0);
    Stripe.mirrorOpaque(stripe, 1);
    Stripe.endRelease(stripe, claimed);
  }

  /** Returns the sums over all stripes. */
  private long[] read() {
    long[] sums = new long[2];
    stripes.readAll(
        (changes, words) -> {
          sums[0] += words[0];
          sums[1] += words[1];
        });
    return sums;
  }
}
