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
  void readersSeeNothingOfADraft() {
    write(1, 10);
    Stripe stopped = stripes.claim();
    stopped.setFieldOpaque(stopped.draft(), 5);

    assertThat(read()).containsExactly(1, 10);

    stopped.setFieldOpaque(stopped.draft() + 1, 50);
    stopped.publishRelease();

    assertThat(read()).containsExactly(5, 50);
  }

  @Test
  void aWriterStartsFromWhatWasPublishedLast() {
    write(1, 10);
    write(2, 20);
    Stripe stripe = stripes.claim();

    assertThat(stripe.fieldOpaque(stripe.published())).isEqualTo(2);
    assertThat(stripe.fieldOpaque(stripe.published() + 1)).isEqualTo(20);
    assertThat(stripe.published()).isNotEqualTo(stripe.draft());
  }

  @Test
  void fieldsStartWithTheirInitialValuesInBothCopies() {
    Stripe stripe = new Stripe(new long[] {3, 4}, 0);
    assertThat(stripe.tryClaim()).isTrue();

    assertThat(stripe.fieldOpaque(stripe.draft())).isEqualTo(3);
    assertThat(stripe.fieldOpaque(stripe.published() + 1)).isEqualTo(4);
  }

  @Test
  void oneWriterAtATimeHasAStripe() {
    Stripe stripe = new Stripe(new long[1], 0);

    assertThat(stripe.tryClaim()).isTrue();
    assertThat(stripe.tryClaim()).isFalse();
    stripe.publishRelease();
    assertThat(stripe.tryClaim()).isTrue();
  }

  @Test
  void cellsAreReadBehindTheFields() {
    Stripe stripe = stripes.claim();
    stripe.setCellOpaque(2, 7);

    long[] words = new long[stripe.size()];
    stripe.read(words);
    assertThat(words).containsExactly(0, 0, 0, 0, 7);
    assertThat(stripe.cellOpaque(2)).isEqualTo(7);
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
    int draft = stripe.draft();
    stripe.setFieldOpaque(draft, first);
    stripe.setFieldOpaque(draft + 1, second);
    stripe.publishRelease();
  }

  /** The sums over all stripes. */
  private long[] read() {
    long[] sums = new long[2];
    stripes.readAll(
        words -> {
          sums[0] += words[0];
          sums[1] += words[1];
        });
    return sums;
  }
}
