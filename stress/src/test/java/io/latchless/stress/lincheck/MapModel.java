package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.MapSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a map of a few keys. */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
@Param(name = "value", gen = IntGen.class, conf = "10:19")
public abstract class MapModel {
  private final MapSubject map;

  protected MapModel(MapSubject map) {
    this.map = map;
  }

  @Operation
  public int get(@Param(name = "key") int key) {
    return map.get(key);
  }

  @Operation
  public int put(@Param(name = "key") int key, @Param(name = "value") int value) {
    return map.put(key, value);
  }

  @Operation
  public int putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
    return map.putIfAbsent(key, value);
  }

  @Operation
  public int remove(@Param(name = "key") int key) {
    return map.remove(key);
  }

  @Operation
  public int add(@Param(name = "key") int key) {
    return map.add(key, 1);
  }

  @Operation
  public void move() {
    map.move(1, 2, 3);
  }

  @Operation
  public int size() {
    return map.size();
  }

  @Operation
  public int sum() {
    return map.moment().sum();
  }
}
