package io.latchless.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;

/** Finds the rules that {@link LatchlessRules} publishes. */
final class PublishedRules {
  private PublishedRules() {}

  static Map<String, ArchRule> byName() throws IllegalAccessException {
    Map<String, ArchRule> rules = new TreeMap<>();
    for (Field field : LatchlessRules.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == ArchRule.class) {
        rules.put(field.getName(), (ArchRule) field.get(null));
      }
    }
    return rules;
  }
}
