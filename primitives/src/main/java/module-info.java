/** Lock-free status, snapshot, hand-over and lazy-value primitives. */
module io.latchless.primitives {
  requires static transitive org.jspecify;

  exports io.latchless.primitives;
}
