/** Copy-on-write snapshot maps, and registries of handlers and processes. */
module io.latchless.registry {
  requires static transitive org.jspecify;
  requires transitive io.latchless.primitives;

  exports io.latchless.registry;
}
