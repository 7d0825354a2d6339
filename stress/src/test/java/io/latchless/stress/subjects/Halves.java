package io.latchless.stress.subjects;

/**
 * A configuration of two parts that must always agree.
 *
 * @param left one part
 * @param right the other, equal to it in every configuration that was ever published
 */
public record Halves(int left, int right) {
  public Halves next() {
    return new Halves(left + 1, right + 1);
  }

  public boolean agree() {
    return left == right;
  }
}
