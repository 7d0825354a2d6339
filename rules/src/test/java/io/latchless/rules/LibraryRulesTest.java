package io.latchless.rules;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Checks the library itself with the rules, used as the documentation describes. */
@AnalyzeClasses(
    packages = {
      "io.latchless.primitives",
      "io.latchless.ringbuffer",
      "io.latchless.registry",
      "io.latchless.metrics"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class LibraryRulesTest {
  @ArchTest static final ArchTests latchless = ArchTests.in(LatchlessRules.class);
}
