package io.latchless.registry;

import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.features.CollectionSize;
import io.latchless.testing.GuavaSuite;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs Guava's suites for unmodifiable {@link Map}s on snapshots of both kinds of tables. */
class MapContractTest {
  @TestFactory
  Stream<DynamicTest> flat() {
    return suite("flat", 0);
  }

  /** The map was a trie and has shrunk to the size that the suites need. */
  @TestFactory
  Stream<DynamicTest> shrunk() {
    return suite("shrunk", TableKind.MAP.largest + 1);
  }

  @TestFactory
  Stream<DynamicTest> trie() {
    return GuavaSuite.tests(
        builder(
                new TestStringMapGenerator() {
                  @Override
                  protected Map<String, String> create(Map.Entry<String, String>[] entries) {
                    return new MapSnapshot<>(trieOf(entries), 1);
                  }
                })
            .named("trie")
            .createTestSuite());
  }

  private static TrieTable trieOf(Map.Entry<String, String>[] entries) {
    MapEditor<String, String> editor = new MapEditor<>(FlatTable.EMPTY);
    for (Map.Entry<String, String> entry : entries) {
      editor.put(entry.getKey(), entry.getValue());
    }
    return TrieTable.of(editor.result());
  }

  private static Stream<DynamicTest> suite(String name, int morePutAndRemoved) {
    return GuavaSuite.tests(
        builder(
                new TestStringMapGenerator() {
                  @Override
                  protected Map<String, String> create(Map.Entry<String, String>[] entries) {
                    SnapshotMap<String, String> map = new SnapshotMap<>();
                    IntStream.range(0, morePutAndRemoved)
                        .forEach(i -> map.put("more-" + i, "more"));
                    for (Map.Entry<String, String> entry : entries) {
                      map.put(entry.getKey(), entry.getValue());
                    }
                    map.removeIf((key, value) -> value.equals("more"));
                    return map.snapshot();
                  }
                })
            .named(name)
            .createTestSuite());
  }

  private static MapTestSuiteBuilder<String, String> builder(TestStringMapGenerator generator) {
    return MapTestSuiteBuilder.using(generator).withFeatures(CollectionSize.ANY);
  }
}
