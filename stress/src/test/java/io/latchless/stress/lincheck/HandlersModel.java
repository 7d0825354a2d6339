package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.HandlersSubject;
import io.latchless.stress.subjects.HandlersSubject.Registration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of handlers of two keys, some of which are there from the beginning. */
@Param(name = "key", gen = IntGen.class, conf = "0:1")
public abstract class HandlersModel {
  private final HandlersSubject<List<Integer>> handlers;
  private final List<Registration> first = new ArrayList<>();

  protected HandlersModel(HandlersSubject<List<Integer>> handlers) {
    this.handlers = handlers;
    for (int name = 0; name < 2; name++) {
      first.add(add(0, name));
    }
  }

  private Registration add(int key, int name) {
    return handlers.subscribe(key, called -> called.add(name));
  }

  @Operation
  public void subscribe(
      @Param(name = "key") int key, @Param(gen = IntGen.class, conf = "10:19") int name) {
    add(key, name);
  }

  @Operation
  public void close(@Param(gen = IntGen.class, conf = "0:1") int name) {
    first.get(name).close();
  }

  /** Whom it has called; not in which order, which is that of ids, and not of the additions. */
  @Operation
  public String dispatch(@Param(name = "key") int key) {
    List<Integer> called = new ArrayList<>();
    handlers.dispatch(key, called);
    Collections.sort(called);
    return called.toString();
  }
}
