package io.latchless.stress.subjects;

import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.registry.ProcessRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Processes by id: the library's registry or a rogue. */
public interface ProcessesSubject {
  /** Adds a process; false if the id is taken, in which case the present one stays. */
  boolean add(String id, ProcessStatusHolder holder);

  @Nullable ProcessStatusHolder get(String id);

  @Nullable ProcessStatusHolder remove(String id);

  /** Returns all processes at one moment. */
  Map<String, ProcessStatusHolder> all();

  /** Adapts the library's registry. */
  static ProcessesSubject of(ProcessRegistry registry) {
    return new ProcessesSubject() {
      @Override
      public boolean add(String id, ProcessStatusHolder holder) {
        return registry.add(id, holder) instanceof ProcessRegistry.Added;
      }

      @Override
      public @Nullable ProcessStatusHolder get(String id) {
        return registry.get(id);
      }

      @Override
      public @Nullable ProcessStatusHolder remove(String id) {
        return registry.remove(id);
      }

      @Override
      public Map<String, ProcessStatusHolder> all() {
        return registry.all();
      }
    };
  }
}
