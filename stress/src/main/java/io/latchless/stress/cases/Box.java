package io.latchless.stress.cases;

/** A value in a plain field, which only safe publication makes visible. */
final class Box {
  int value;

  Box(int value) {
    this.value = value;
  }
}
