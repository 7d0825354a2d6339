package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchless.testing.Garbage;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests one thread, and a few that take turns. */
@Timeout(60)
class MailboxTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Mailbox<String> mailbox = new Mailbox<>();

  @Test
  void beginsEmpty() {
    assertThat(mailbox.isEmpty()).isTrue();
    assertThat(mailbox.poll()).isNull();
    assertThat(mailbox.waiterCount()).isZero();
    assertThat(mailbox).hasToString("Mailbox[]");
  }

  @Test
  void offerRefusesWhileThereIsAValue() {
    assertThat(mailbox.offer("a")).isTrue();
    assertThat(mailbox.offer("b")).isFalse();
    assertThat(mailbox).hasToString("Mailbox[a]");
    assertThat(mailbox.isEmpty()).isFalse();
    assertThat(mailbox.poll()).isEqualTo("a");
    assertThat(mailbox.poll()).isNull();
  }

  @Test
  void replaceSaysWhatItDisplaced() {
    assertThat(mailbox.replace("a")).isNull();
    assertThat(mailbox.replace("b")).isEqualTo("a");
    assertThat(mailbox.poll()).isEqualTo("b");
  }

  @Test
  void takesWhatIsThereWithoutWaiting() throws Exception {
    assertThat(mailbox.offer("a")).isTrue();
    assertThat(mailbox.take()).isEqualTo("a");
    assertThat(mailbox.offer("b")).isTrue();
    assertThat(mailbox.poll(Duration.ZERO)).isEqualTo("b");
    assertThat(mailbox.offer("c")).isTrue();
    assertThat(mailbox.poll(Duration.ofNanos(Long.MAX_VALUE))).isEqualTo("c");
    assertThat(mailbox.isEmpty()).isTrue();
  }

  @Test
  void takeWakesForAnOffer() throws Exception {
    Race.Runner<String> taker = Race.start(mailbox::take).untilParked();
    assertThat(mailbox.waiterCount()).isEqualTo(1);
    assertThat(mailbox.offer("a")).isTrue();
    assertThat(taker.result()).isEqualTo("a");
    assertThat(mailbox.waiterCount()).isZero();
    assertThat(mailbox.isEmpty()).isTrue();
  }

  @Test
  void takeWakesForAReplacement() throws Exception {
    Race.Runner<String> taker = Race.start(mailbox::take).untilParked();
    assertThat(mailbox.replace("a")).isNull();
    assertThat(taker.result()).isEqualTo("a");
  }

  @Test
  void aTimeThatIsUpReturnsNullAndLeavesNothingBehind() throws Exception {
    assertThat(mailbox.poll(Duration.ZERO)).isNull();
    assertThat(mailbox.poll(Duration.ofMillis(5))).isNull();
    assertThat(mailbox.waiterCount()).isZero();
  }

  @Test
  void refusesTimesOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mailbox.poll(Duration.ofSeconds(-1)))
        .withMessage("timeout must be at least 0, was PT-1S");
  }

  @Test
  void anInterruptBeforehandLeavesTheValueInPlace() {
    assertThat(mailbox.offer("a")).isTrue();
    Thread.currentThread().interrupt();
    assertThatThrownBy(mailbox::take).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> mailbox.poll(LONG)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(mailbox.poll()).isEqualTo("a");
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    Race.Runner<String> taker = Race.start(mailbox::take).untilParked();
    taker.thread.interrupt();
    assertThat(taker.failure()).isInstanceOf(InterruptedException.class);
    assertThat(mailbox.waiterCount()).isZero();
  }

  @Test
  void oneValueWakesOneOfSeveral() throws Exception {
    Race.Runner<String> first = Race.start(mailbox::take).untilParked();
    Race.Runner<String> second = Race.start(mailbox::take).untilParked();
    assertThat(mailbox.offer("a")).isTrue();
    assertThat(first.result()).as("the one that has waited longest").isEqualTo("a");
    assertThat(mailbox.waiterCount()).isEqualTo(1);
    assertThat(mailbox.offer("b")).isTrue();
    assertThat(second.result()).isEqualTo("b");
  }

  @Test
  void aTakenValueIsCollectable() throws Exception {
    Mailbox<Object> objects = new Mailbox<>();
    assertThat(objects.offer(new Object())).isTrue();
    WeakReference<Object> taken = new WeakReference<>(objects.take());
    Garbage.awaitCollected(taken);
    objects.replace(new Object());
    WeakReference<Object> displaced = new WeakReference<>(objects.replace("other"));
    Garbage.awaitCollected(displaced);
    assertThat(objects.poll()).isEqualTo("other");
  }
}
