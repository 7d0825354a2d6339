/** Lock-free status, snapshot, hand-over and lazy-value primitives. */
@SuppressWarnings("module") // the modules that are named below are built after this one
module io.latchless.primitives {
  requires static transitive org.jspecify;

  exports io.latchless.primitives;
  exports io.latchless.primitives.internal to
      io.latchless.ringbuffer,
      io.latchless.registry,
      io.latchless.metrics,
      io.latchless.eventbus;
}
