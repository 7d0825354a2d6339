package io.latchless.ringbuffer;

import com.google.common.collect.testing.QueueTestSuiteBuilder;
import com.google.common.collect.testing.TestStringQueueGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.testers.CollectionClearTester;
import io.latchless.testing.GuavaSuite;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Guava's test suites for {@link Queue} and {@link java.util.Collection}. */
class CollectionContractTest {
  private static final int ROOM = 64;

  private static final List<Feature<?>> ALL =
      List.of(
          CollectionSize.ANY,
          CollectionFeature.KNOWN_ORDER,
          CollectionFeature.SUPPORTS_ADD,
          CollectionFeature.SUPPORTS_REMOVE,
          CollectionFeature.SUPPORTS_ITERATOR_REMOVE);

  private static final List<Feature<?>> AT_THE_ENDS_ONLY =
      List.of(CollectionSize.ANY, CollectionFeature.KNOWN_ORDER, CollectionFeature.SUPPORTS_ADD);

  @TestFactory
  Stream<DynamicTest> mpmc() {
    return suite("MpmcRingBuffer", MpmcRingBuffer::new, ALL);
  }

  @TestFactory
  Stream<DynamicTest> blocking() {
    return suite("BlockingRingBuffer", BlockingRingBuffer::new, ALL);
  }

  @TestFactory
  Stream<DynamicTest> scq() {
    return suite("LockFreeRingBuffer", LockFreeRingBuffer::new, AT_THE_ENDS_ONLY);
  }

  private static Stream<DynamicTest> suite(
      String name, IntFunction<Queue<String>> factory, List<Feature<?>> features) {
    TestSuite suite =
        QueueTestSuiteBuilder.using(
                new TestStringQueueGenerator() {
                  @Override
                  protected Queue<String> create(String[] elements) {
                    Queue<String> queue = factory.apply(ROOM);
                    Collections.addAll(queue, elements);
                    return queue;
                  }
                })
            .named(name)
            .withFeatures(features)
            .suppressing(ofAnUnsupportedClear())
            .createTestSuite();
    return GuavaSuite.tests(suite);
  }

  /**
   * A queue that can be polled can be cleared, although the suite expects this only of queues that
   * support removal from the middle.
   */
  private static List<Method> ofAnUnsupportedClear() {
    return Arrays.stream(CollectionClearTester.class.getMethods())
        .filter(method -> method.getName().contains("unsupported"))
        .toList();
  }
}
