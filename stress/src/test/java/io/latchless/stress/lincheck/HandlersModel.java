package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.HandlersSubject;
import io.latchless.stress.subjects.HandlersSubject.Registration;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of handlers of two keys, some of them present from the start. */
@Param(name = "key", gen = IntGen.class, conf = "0:1")
public abstract class HandlersModel {
  private static final int[] WEIGHTS = {1, 10, 100, 1000, 10_000};

  private final HandlersSubject<int[]> handlers;
  private final List<Registration> first = new ArrayList<>();

  protected HandlersModel(HandlersSubject<int[]> handlers) {
    this.handlers = handlers;
    for (int name = 0; name < 2; name++) {
      first.add(add(0, name));
    }
  }

  private Registration add(int key, int name) {
    int weight = WEIGHTS[name];
    return handlers.subscribe(key, called -> called[0] += weight);
  }

  @Operation
  public void subscribe(
      @Param(name = "key") int key, @Param(gen = IntGen.class, conf = "2:4") int name) {
    add(key, name);
  }

  @Operation
  public void close(@Param(gen = IntGen.class, conf = "0:1") int name) {
    first.get(name).close();
  }

  /**
   * Returns the called handlers, as one digit each. Their order is not compared, because it follows
   * ids and not additions.
   */
  @Operation
  public int dispatch(@Param(name = "key") int key) {
    int[] called = {0};
    handlers.dispatch(key, called);
    return called[0];
  }
}
