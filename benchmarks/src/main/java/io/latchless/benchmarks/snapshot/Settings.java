package io.latchless.benchmarks.snapshot;

/** A small configuration that is replaced as a whole. */
record Settings(String upstream, int timeoutMillis, int retries) {
  static final Settings DEFAULT = new Settings("localhost", 2_000, 0);

  Settings withOneMoreRetry() {
    return new Settings(upstream, timeoutMillis, retries + 1);
  }
}
