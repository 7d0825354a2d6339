package io.latchless.stress.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.primitives.ChangeListener;
import io.latchless.primitives.ListenerErrorHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ListenerErrorHandlerTest {
  private static final Logger LOG = Logger.getLogger("io.latchless.primitives");

  /** Collects log records. */
  private static final class Collector extends Handler {
    final List<LogRecord> records = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void namesALambdaByTheClassThatContainsIt() {
    ChangeListener<String> lambda = (before, after, version) -> {};
    IllegalStateException thrown = new IllegalStateException("thrown");
    Collector collector = new Collector();
    LOG.addHandler(collector);
    LOG.setUseParentHandlers(false);
    try {
      ListenerErrorHandler.logging().onError(lambda, thrown);
      ListenerErrorHandler.logging().onError("an object", thrown);
    } finally {
      LOG.removeHandler(collector);
      LOG.setUseParentHandlers(true);
    }
    assertThat(collector.records)
        .extracting(LogRecord::getMessage)
        .containsExactly(
            "a listener in " + ListenerErrorHandlerTest.class.getName() + " threw an exception",
            "listener an object threw an exception");
    assertThat(collector.records).extracting(LogRecord::getThrown).containsOnly(thrown);
  }
}
