package io.latchless.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ArchUnit's JUnit integration finds the rules, but they do not need it. */
class WithoutJUnitTest {
  @Test
  void everyRuleIsMarkedForJUnit() throws ReflectiveOperationException {
    assertThat(markedFields(LatchlessRules.class)).hasSameSizeAs(Example.values());
  }

  @Test
  void theyWorkWhereJUnitIsNotThere() throws IOException, ReflectiveOperationException {
    try (URLClassLoader loader =
        new URLClassLoader(classPathWithoutJUnit(), ClassLoader.getPlatformClassLoader())) {
      Class<?> rules = Class.forName(LatchlessRules.class.getName(), true, loader);
      Object rule = rules.getField("NO_CLASSES_SHOULD_EXPORT_MUTABLE_FIELDS").get(null);

      assertThat(markedFields(rules)).isEmpty();
      Class<?> type = loader.loadClass(ArchRule.class.getName());
      assertThat(type.getMethod("getDescription").invoke(rule).toString())
          .startsWith("classes should keep mutable fields to themselves, because");
    }
  }

  private static List<Field> markedFields(Class<?> rules) {
    return Arrays.stream(rules.getFields())
        .filter(
            field ->
                Arrays.stream(field.getAnnotations())
                    .map(annotation -> annotation.annotationType().getName())
                    .anyMatch(Set.of(ArchTest.class.getName())::contains))
        .toList();
  }

  private static URL[] classPathWithoutJUnit() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("junit")) {
        urls.add(new File(entry).toURI().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }
}
