package io.latchless.stress.houserules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A rule for every library package below a root package. */
@SuppressWarnings("ImmutableEnumChecker") // each function is a non-capturing lambda
enum HouseRule {
  NO_MONITORS(root -> classes().should(new HoldNoMonitor())),

  NO_LOCKS(
      root ->
          noClasses()
              .should()
              .dependOnClassesThat(
                  resideInAPackage("java.util.concurrent.locks")
                      .and(not(belongToAnyOf(LockSupport.class))))),

  NO_WAIT_OR_NOTIFY(root -> noClasses().should().callMethodWhere(new ObjectWaitOrNotify())),

  NO_UNSAFE(root -> noClasses().should().dependOnClassesThat(resideInAPackage("sun.."))),

  NO_INTERNALS(
      root -> noClasses().should().dependOnClassesThat(resideInAPackage("jdk.internal.."))),

  NO_THREAD_LOCAL(
      root -> noClasses().should().dependOnClassesThat(assignableTo(ThreadLocal.class))),

  NO_SLEEP(
      root ->
          noClasses()
              .should()
              .callMethodWhere(
                  target(HasName.Predicates.name("sleep"))
                      .and(target(owner(assignableTo(Thread.class)))))),

  NO_FINALIZER(
      root ->
          noMethods().that().haveRawParameterTypes(new Class<?>[0]).should().haveName("finalize")),

  /** What modules share may have such fields: a call could overflow the stack. */
  NO_EXPOSED_MUTABLE_FIELD(
      root ->
          fields()
              .that()
              .areDeclaredInClassesThat(resideOutsideOfPackage(root + ".primitives.internal.."))
              .and(modifier(JavaModifier.PUBLIC).or(modifier(JavaModifier.PROTECTED)))
              .should()
              .beFinal()),

  NO_EVASIVE_NAME(
      root -> classes().should().haveNameNotMatching(".*(Util|Utils|Manager|Helper|Impl)")),

  NULL_MARKED_PACKAGES(
      root ->
          classes()
              .that()
              .arePublic()
              .and()
              .areTopLevelClasses()
              .should(new ResideInANullMarkedPackage())),

  JAVA_BASE_ONLY(root -> classes().should(new DependOnJavaBaseOnly(root))),

  ONE_WAY_ARROWS(root -> classes().should(new FollowTheArrows(root))),

  NO_KNOWLEDGE_OF_THE_SUITES(
      root ->
          noClasses()
              .that(not(resideInAnyPackage(root + ".benchmarks..", root + ".stress..")))
              .should()
              .dependOnClassesThat(resideInAnyPackage(root + ".benchmarks..", root + ".stress.."))),

  NO_PACKAGE_CYCLES(root -> slices().matching(root + ".(**)").should().beFreeOfCycles()),

  NO_CLASS_CYCLES(root -> slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles());

  private final Function<String, ArchRule> rule;

  HouseRule(Function<String, ArchRule> rule) {
    this.rule = rule;
  }

  /** Returns the rule for everything below a package; an empty package passes. */
  ArchRule below(String root) {
    return rule.apply(root).allowEmptyShould(true);
  }
}
