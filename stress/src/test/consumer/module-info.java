module consumer {
  requires io.latchless.metrics;
  requires io.latchless.registry;
  requires io.latchless.ringbuffer;
}
