package io.latchless.benchmarks.lazy;

import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads an initialized lazy value. */
@State(Scope.Benchmark)
public class LazyRead {
  private static final class Holder {
    static final Object VALUE = new Object();
  }

  @Param({"Lazy", "holder idiom", "double-checked locking", "synchronized", "ReentrantLock"})
  public String subject;

  private Supplier<Object> lazy;

  @Setup
  public void create() {
    lazy = lazy(subject);
    var unused = lazy.get();
  }

  static Supplier<Object> lazy(String subject) {
    return subject.equals("holder idiom")
        ? () -> Holder.VALUE
        : Lazies.create(subject, Object::new, false);
  }

  @Benchmark
  public Object read() {
    return lazy.get();
  }
}
