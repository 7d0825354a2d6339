/** An in-process event bus with a bounded queue for each subscription. */
module io.latchless.eventbus {
  requires static transitive org.jspecify;
  requires transitive io.latchless.registry;
  requires io.latchless.primitives;
  requires io.latchless.ringbuffer;
  requires io.latchless.metrics;

  exports io.latchless.eventbus;
}
