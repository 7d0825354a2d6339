package io.latchless.stress.rogues;

import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ProcessesSubject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Returns the registry's own map as the view of all processes. */
@Rogue(trap = "mutable internals handed out", caughtBy = RegistryRoguesTest.class)
public final class ProcessesHandedOut implements ProcessesSubject {
  private final Map<String, ProcessStatusHolder> processes = new ConcurrentHashMap<>();

  @Override
  public boolean add(String id, ProcessStatusHolder holder) {
    return processes.putIfAbsent(id, holder) == null;
  }

  @Override
  public @Nullable ProcessStatusHolder get(String id) {
    return processes.get(id);
  }

  @Override
  public @Nullable ProcessStatusHolder remove(String id) {
    return processes.remove(id);
  }

  @Override
  public Map<String, ProcessStatusHolder> all() {
    return processes;
  }
}
