/** Bounded queues and rings without locks. */
module io.latchless.ringbuffer {
  requires static transitive org.jspecify;
  requires transitive io.latchless.primitives;

  exports io.latchless.ringbuffer;
}
