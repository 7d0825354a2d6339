package io.latchless.stress.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

public class GalleryTest {
  private static final Gallery GALLERY = new Gallery("io.latchless.stress");

  @Test
  void everyRogueIsCaughtByATestThatKnowsIt() {
    assertThat(GALLERY.rogues("io.latchless.stress.rogues")).hasSizeGreaterThan(15);
    assertThat(GALLERY.objections("io.latchless.stress.rogues")).isEmpty();
  }

  @Test
  void objectsToRoguesThatNobodyCatches() {
    assertThat(GALLERY.objections("io.latchless.stress.gallery.bad"))
        .containsExactlyInAnyOrder(
            "Unmarked does not say what it is and what catches it",
            "Nameless does not name its trap",
            "Nameless is unknown to GalleryTest",
            "Unknown is unknown to GalleryTest",
            "Untested is caught by String, which tests nothing",
            "Ungated is unknown to JcstressGateTest",
            "Unused is unknown to Looking",
            "Unasserted is caught by Looking, which asserts nothing of it",
            "OnlyAssumed is caught by Looking, which may not run",
            "SwitchedOff is caught by Looking, which may not run",
            "SwitchedOffWithAll is caught by Looking, which may not run",
            "Conditional is caught by Looking, which may not run",
            "Assumed is caught by Looking, which may not run");
  }
}
