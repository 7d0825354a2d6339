package io.latchless.benchmarks.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest gives. */
final class ManifestVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ManifestVersion.class.getPackage().getImplementationVersion();
    return new String[] {"latchless-benchmarks " + (version == null ? "(no jar)" : version)};
  }
}
