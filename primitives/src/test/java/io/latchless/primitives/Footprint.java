package io.latchless.primitives;

import io.latchless.primitives.internal.Padding;
import io.latchless.testing.JolJvm;
import io.latchless.testing.Layout;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints, in a separate JVM, the field offsets of the padded types and the memory that an idle
 * instance of each type takes. The tests read the output, see {@link JolJvm}.
 */
final class Footprint {
  /** Objects that instances share, or that their users supply. */
  private static final Object[] SHARED = {
    Door.DOORS, ProcessStatus.lifecycle(), InstantSource.system(), readyLazy()
  };

  private Footprint() {}

  /** Prints sizes if given "idle", for which JOL has to attach itself; otherwise offsets. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals("idle")) {
      idle().forEach((type, each) -> System.out.printf("idle %s %d%n", type, ownSize(each)));
    } else {
      printFields();
    }
  }

  private static void printFields() {
    Object[] padded = {
      new Padding.PaddedLong(0),
      new Padding.PaddedReference<>("ref"),
      new AtomicStatus<>(Door.DOORS),
      new Mailbox<String>(),
      new VersionChain<>("first"),
    };
    for (Object each : padded) {
      Layout.print(each.getClass().getSimpleName(), each);
    }
  }

  private static Map<String, Object> idle() {
    Map<String, Object> instances = new LinkedHashMap<>();
    instances.put("AtomicStatus", new AtomicStatus<>(Door.DOORS));
    instances.put("Backoff", new Backoff());
    instances.put("Latest", new Latest<String>());
    instances.put("Lazy", readyLazy());
    instances.put("Mailbox", new Mailbox<String>());
    instances.put("ProcessStatusHolder", new ProcessStatusHolder());
    instances.put("SnapshotRef", new SnapshotRef<>("value"));
    instances.put("StatusHolder", StatusHolder.of(Door.DOORS, "value"));
    instances.put("TransitionGraph", Door.DOORS);
    return instances;
  }

  private static Lazy<String> readyLazy() {
    Lazy<String> lazy = Lazy.of(() -> "value");
    lazy.get();
    return lazy;
  }

  private static long ownSize(Object instance) {
    Object[] without = instance == Door.DOORS ? Door.values() : SHARED;
    Object[] with = new Object[without.length + 1];
    System.arraycopy(without, 0, with, 0, without.length);
    with[without.length] = instance;
    return GraphLayout.parseInstance(with).totalSize()
        - GraphLayout.parseInstance(without).totalSize();
  }
}
