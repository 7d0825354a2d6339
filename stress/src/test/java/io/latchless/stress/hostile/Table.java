package io.latchless.stress.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The scenarios of one type. */
final class Table<S extends Subject> {
  private final String type;
  private final Supplier<? extends S> fresh;
  private final List<Row<S>> rows = new ArrayList<>();

  Table(Class<?> type, Supplier<? extends S> fresh) {
    this.type = UserCode.nameOf(type);
    this.fresh = fresh;
  }

  /** Adds a scenario that covers the method or constructor with this signature. */
  Row<S> row(String signature, Fate fate, Row.Attack<S> attack) {
    return row(signature, fresh, fate, attack).covers(signature);
  }

  /** Adds a scenario with its own kind of subject. */
  Row<S> row(String name, Supplier<? extends S> subject, Fate fate, Row.Attack<S> attack) {
    Row<S> row = new Row<>(type, name, subject, fate, attack);
    rows.add(row);
    return row;
  }

  /** Returns the scenarios in insertion order. */
  List<Row<S>> rows() {
    return rows;
  }
}
