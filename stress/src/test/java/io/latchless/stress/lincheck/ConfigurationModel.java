package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.ConfigurationSubject;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of a configuration that is replaced as a whole. */
public abstract class ConfigurationModel {
  private final ConfigurationSubject configuration;

  protected ConfigurationModel(ConfigurationSubject configuration) {
    this.configuration = configuration;
  }

  @Operation
  public String increment() {
    return configuration.increment().toString();
  }

  @Operation
  public void replace(@Param(gen = IntGen.class, conf = "10:20") int value) {
    configuration.replace(value);
  }

  @Operation
  public String read() {
    return configuration.read().toString();
  }
}
