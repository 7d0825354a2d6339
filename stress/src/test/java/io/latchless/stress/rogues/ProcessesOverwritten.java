package io.latchless.stress.rogues;

import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ProcessesSubject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Replaces a process that has the id already. */
@Rogue(trap = "a registered process is silently overwritten", caughtBy = RegistryRoguesTest.class)
public final class ProcessesOverwritten implements ProcessesSubject {
  private final Map<String, ProcessStatusHolder> processes = new ConcurrentHashMap<>();

  @Override
  public boolean add(String id, ProcessStatusHolder holder) {
    processes.put(id, holder);
    return true;
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
    return Map.copyOf(processes);
  }
}
