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
    importOptions = {ImportOption.DoNotIncludeTests.class, LibraryRulesTest.WithoutInternals.class})
class LibraryRulesTest {
  /**
   * Leaves out what modules of the library share. Some of its fields must be written without a
   * call, for which the stack may have no room.
   */
  static final class WithoutInternals implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/primitives/internal/");
    }
  }

  @ArchTest static final ArchTests latchless = ArchTests.in(LatchlessRules.class);
}
