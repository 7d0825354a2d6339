package io.latchless.stress.freeze.examples;

import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Not lock-free: all other threads spin while the first one creates the table. */
public final class ConcurrentHashMapFirstPut implements FreezeScenario {
  private ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();

  @Override
  public void setUp() {
    map = new ConcurrentHashMap<>();
  }

  @Override
  public void victim() {
    map.put("victim", "value");
  }

  @Override
  public List<Bystander> others() {
    return List.of(
        new Bystander("get", () -> map.get("victim")),
        new Bystander("put", () -> map.put("other", "value")));
  }
}
