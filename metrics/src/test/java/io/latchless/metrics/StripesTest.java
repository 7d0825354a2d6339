package io.latchless.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripesTest {
  private static final int ENOUGH = 4;
  private final Stripes stripes = new Stripes(() -> new Stripe(new long[2], 3), ENOUGH);

  @Test
  void readersSeeWhatWasPublishedLast() {
    write(1, 10);
    write(2, 20);

    assertThat(read()).containsExactly(2, 20);
  }

  @Test
  void readersSeeAChangeWhenItIsPublishedWhereverItsWriterStops() {
    write(1, 10);
    Stripe stopped = stripes.claim();
    stopped.setOpaque(0, 5);

    assertThat(read()).containsExactly(1, 10);

    stopped.setOpaque(1, 50);
    assertThat(read()).containsExactly(1, 10);

    stopped.publishRelease();
    assertThat(read()).containsExactly(5, 50);

    stopped.repeatOpaque(0);
    assertThat(read()).containsExactly(5, 50);

    stopped.repeatOpaque(1);
    stopped.endRelease();
    assertThat(read()).containsExactly(5, 50);
  }

  @Test
  void aWriterStartsFromWhatWasPublishedLast() {
    write(1, 10);
    write(2, 20);
    Stripe stripe = stripes.claim();

    assertThat(stripe.get(0)).isEqualTo(2);
    assertThat(stripe.get(1)).isEqualTo(20);
  }

  @Test
  void fieldsStartWithTheirInitialValuesInBothCopies() {
    Stripe stripe = new Stripe(new long[] {3, 4}, 0);
    long[] words = new long[stripe.size()];

    stripe.read(words);
    assertThat(words).as("second copy").containsExactly(3, 4);

    assertThat(stripe.tryClaim()).isTrue();
    stripe.publishRelease();
    stripe.read(words);
    assertThat(words).as("the writer's copy").containsExactly(3, 4);
  }

  @Test
  void changesAreCountedWhenTheyArePublished() {
    Stripe stripe = new Stripe(new long[1], 0);
    long[] words = new long[1];

    for (long changes = 0; changes < 3; changes++) {
      assertThat(stripe.read(words)).as("idle").isEqualTo(changes);
      assertThat(stripe.tryClaim()).isTrue();
      assertThat(stripe.read(words)).as("claimed").isEqualTo(changes);
      stripe.publishRelease();
      assertThat(stripe.read(words)).as("published").isEqualTo(changes + 1);
      stripe.endRelease();
    }
  }

  @Test
  void oneWriterAtATimeHasAStripe() {
    Stripe stripe = new Stripe(new long[1], 0);

    assertThat(stripe.tryClaim()).isTrue();
    assertThat(stripe.tryClaim()).isFalse();
    stripe.publishRelease();
    assertThat(stripe.tryClaim()).isFalse();
    stripe.endRelease();
    assertThat(stripe.tryClaim()).isTrue();
  }

  @Test
  void cellsAreReadBehindTheFields() {
    Stripe stripe = stripes.claim();
    stripe.setCellOpaque(2, 7);

    long[] words = new long[stripe.size()];
    stripe.read(words);
    assertThat(words).containsExactly(0, 0, 0, 0, 7);
    assertThat(stripe.getCell(2)).isEqualTo(7);
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
    List<Stripe> stopped = new ArrayList<>();
    for (int i = 0; i < ENOUGH + 3; i++) {
      stopped.add(stripes.claim());
      sizes.add(stripes.size());
    }

    assertThat(stopped).doesNotHaveDuplicates();
    assertThat(sizes).isSorted().endsWith(ENOUGH + 1, ENOUGH + 2, ENOUGH + 3);
    assertThat(read()).as("while all stripes are claimed").containsExactly(0, 0);
  }

  private void write(long first, long second) {
    Stripe stripe = stripes.claim();
    stripe.setOpaque(0, first);
    stripe.setOpaque(1, second);
    stripe.publishRelease();
    stripe.repeatOpaque(0);
    stripe.repeatOpaque(1);
    stripe.endRelease();
  }

  /** The sums over all stripes. */
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
