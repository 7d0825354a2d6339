/** Snapshot maps and registries of handlers and processes, copied on write. */
module io.latchless.registry {
  requires static transitive org.jspecify;
  requires transitive io.latchless.primitives;

  exports io.latchless.registry;
}
