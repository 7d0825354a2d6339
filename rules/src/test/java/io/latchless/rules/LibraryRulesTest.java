package io.latchless.rules;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Checks the library itself with the rules, used as the documentation describes. */
@AnalyzeClasses(
    packages = {
      "io.latchless.primitives",
      "io.latchless.ringbuffer",
      "io.latchless.registry",
      "io.latchless.metrics",
      "io.latchless.eventbus"
    },
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      LibraryRulesTest.WithoutHazardSlots.class
    })
class LibraryRulesTest {
  /**
   * Leaves out a class whose callers, in modules of the library alone, must write its fields
   * without a call: the stack may have no room for one.
   */
  static final class WithoutHazardSlots implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/primitives/internal/HazardSlots");
    }
  }

  @ArchTest static final ArchTests latchless = ArchTests.in(LatchlessRules.class);
}
