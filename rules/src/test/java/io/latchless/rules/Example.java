package io.latchless.rules;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A rule, and the packages of its examples. */
enum Example {
  FIELDS(LatchlessRules.NO_CLASSES_SHOULD_EXPORT_MUTABLE_FIELDS),
  RETURNS(LatchlessRules.NO_CLASSES_SHOULD_RETURN_ARRAYS_OR_COLLECTIONS_WITHOUT_A_COPY),
  MAPS(LatchlessRules.NO_CLASSES_SHOULD_CHECK_THEN_ACT_ON_CONCURRENT_MAPS),
  LOOPS(LatchlessRules.NO_CLASSES_SHOULD_WAIT_IN_LOOPS_FOR_PLAIN_FIELDS),
  MONITORS(LatchlessRules.NO_CLASSES_SHOULD_SYNCHRONIZE_ON_BOXED_OR_INTERNED_VALUES);

  @SuppressWarnings("ImmutableEnumChecker") // a rule is a constant, though its type does not say so
  private final ArchRule rule;

  Example(ArchRule rule) {
    this.rule = rule;
  }

  ArchRule rule() {
    return rule;
  }

  String caught() {
    return packageOf("caught");
  }

  String leftAlone() {
    return packageOf("leftalone");
  }

  private String packageOf(String kind) {
    String name = name().toLowerCase(java.util.Locale.ROOT);
    return "%s.examples.%s.%s".formatted(Example.class.getPackageName(), kind, name);
  }

  /** Returns the findings in a package, each a sentence. */
  List<String> findingsIn(String packageName) {
    return rule.evaluate(new ClassFileImporter().importPackages(packageName))
        .getFailureReport()
        .getDetails();
  }
}
