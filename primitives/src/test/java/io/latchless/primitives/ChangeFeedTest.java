package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests the feed with the writer's two steps, publishing and announcing, run separately. */
class ChangeFeedTest {
  private static final class Step extends VersionNode<Step> {
    private final long version;

    Step(long version, @Nullable Step previous) {
      super(previous);
      this.version = version;
    }

    @Override
    long version() {
      return version;
    }
  }

  private final VersionChain<Step> chain = new VersionChain<>(new Step(0, null));
  private final List<String> reported = new ArrayList<>();
  private final ChangeFeed<Step, List<String>> feed =
      new ChangeFeed<>(
          chain,
          new ChangeFeed.Delivery<>() {
            @Override
            public void start(List<String> listener, Step node) {
              listener.add("" + node.version());
            }

            @Override
            public void change(List<String> listener, Step from, Step to) {
              listener.add(from.version() + ">" + to.version());
            }
          },
          (listener, thrown) -> reported.add(thrown.toString()));

  private Step publish() {
    Step seen = chain.current();
    Step next = new Step(seen.version() + 1, seen);
    assertThat(chain.tryAppend(seen, next)).isTrue();
    return next;
  }

  @Test
  void announcementsInAnyOrderDeliverInVersionOrder() {
    List<String> told = new ArrayList<>();
    feed.subscribe(told);
    Step first = publish();
    Step second = publish();
    Step third = publish();
    feed.appended(third);
    assertThat(told).containsExactly("0", "0>1", "1>2", "2>3");
    feed.appended(first);
    feed.appended(second);
    assertThat(told).hasSize(4);
    assertThat(reported).isEmpty();
  }

  @Test
  void aListenerThatComesBetweenPublicationAndAnnouncementStartsAtThePublication() {
    Step first = publish();
    List<String> told = new ArrayList<>();
    feed.subscribe(told);
    feed.appended(first);
    assertThat(told).containsExactly("1");
    feed.appended(publish());
    assertThat(told).containsExactly("1", "1>2");
  }

  @Test
  void aLinkThatIsCutLateIsNotMissed() {
    List<String> early = new ArrayList<>();
    Subscription subscription = feed.subscribe(early);
    Step unannounced = publish();
    subscription.close();
    List<String> late = new ArrayList<>();
    feed.subscribe(late);
    Step second = publish();
    unannounced.unlink();
    feed.appended(second);
    feed.appended(unannounced);
    assertThat(early).containsExactly("0");
    assertThat(late).containsExactly("1", "1>2");
  }

  @Test
  void whatWasOverBeforeAListenerCameIsNotDeliveredToIt() {
    List<String> first = new ArrayList<>();
    feed.subscribe(first);
    Step unannounced = publish();
    publish();
    List<String> second = new ArrayList<>();
    feed.subscribe(second);
    assertThat(first).containsExactly("0", "0>1", "1>2");
    assertThat(second).containsExactly("2");
    feed.appended(unannounced);
    assertThat(first).hasSize(3);
  }

  @Test
  void linksAreCutOnceNobodyIsOwedThem() {
    Step unheard = publish();
    feed.appended(unheard);
    assertThat(unheard.previousOpaque()).isNull();

    List<String> told = new ArrayList<>();
    Subscription subscription = feed.subscribe(told);
    Step heard = publish();
    assertThat(heard.previousOpaque()).isSameAs(unheard);
    feed.appended(heard);
    assertThat(heard.previousOpaque()).isNull();

    Step pending = publish();
    subscription.close();
    assertThat(pending.previousOpaque()).isNull();
    assertThat(told).containsExactly("1", "1>2");
  }
}
