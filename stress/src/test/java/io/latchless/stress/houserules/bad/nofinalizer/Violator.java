package io.latchless.stress.houserules.bad.nofinalizer;

final class Violator {
  @Override
  @SuppressWarnings({"deprecation", "removal", "Finalize"})
  protected void finalize() {}
}
