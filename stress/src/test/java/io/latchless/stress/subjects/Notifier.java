package io.latchless.stress.subjects;

import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.ProcessListener;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.primitives.SnapshotRef;
import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusListener;
import io.latchless.primitives.StatusSnapshot;
import io.latchless.registry.SnapshotMap;
import java.time.InstantSource;

/** A subject that numbers its changes and notifies listeners of them. */
public interface Notifier {
  /** Receives the version of every change; the first one follows the version it began with. */
  @FunctionalInterface
  interface Listener {
    void changed(long version);

    /** Receives the version before the listener's first change, if the subject reports it. */
    default void began(long version) {}
  }

  /** Ends a registration. */
  @FunctionalInterface
  interface Registration {
    void close();
  }

  Registration listen(Listener listener);

  /** Makes one change. */
  void change();

  long version();

  /** Returns a notifier on a {@link SnapshotRef}. */
  static Notifier ofSnapshotRef(ListenerErrorHandler errors) {
    SnapshotRef<Long> ref = new SnapshotRef<>(0L, errors);
    return new Notifier() {
      @Override
      public Registration listen(Listener listener) {
        return ref.addListener((before, after, version) -> listener.changed(version))::close;
      }

      @Override
      public void change() {
        ref.update(value -> value + 1000);
      }

      @Override
      public long version() {
        return ref.version();
      }
    };
  }

  /** Returns a notifier on a {@link SnapshotMap}. */
  static Notifier ofSnapshotMap(ListenerErrorHandler errors) {
    SnapshotMap<String, Long> map = new SnapshotMap<>(errors);
    return new Notifier() {
      @Override
      public Registration listen(Listener listener) {
        return map.addListener((before, after, version) -> listener.changed(version))::close;
      }

      @Override
      @SuppressWarnings("NullAway") // its model of functions of nullable values differs by JDK
      public void change() {
        map.compute("key", (key, value) -> value == null ? 1000 : value + 1000);
      }

      @Override
      public long version() {
        return map.version();
      }
    };
  }

  /** Returns a notifier on a {@link StatusHolder}. */
  static Notifier ofStatusHolder(ListenerErrorHandler errors) {
    StatusHolder<Phase, Integer> holder =
        StatusHolder.of(Phase.graph(), 0, InstantSource.system(), errors);
    return new Notifier() {
      @Override
      public Registration listen(Listener listener) {
        return holder.addListener(
                new StatusListener<>() {
                  @Override
                  public void onStart(StatusSnapshot<Phase, Integer> current) {
                    listener.began(current.version());
                  }

                  @Override
                  public void onTransition(
                      StatusSnapshot<Phase, Integer> from, StatusSnapshot<Phase, Integer> to) {
                    listener.changed(to.version());
                  }
                })
            ::close;
      }

      @Override
      public void change() {
        while (!holder.tryTransition(Phase.IDLE, Phase.BUSY, 0)
            && !holder.tryTransition(Phase.BUSY, Phase.IDLE, 0)) {
          Thread.onSpinWait();
        }
      }

      @Override
      public long version() {
        return holder.version();
      }
    };
  }

  /**
   * Returns a notifier on a {@link ProcessStatusHolder} that is started, ended and restarted in
   * turn.
   */
  static Notifier ofProcessStatusHolder(ListenerErrorHandler errors) {
    ProcessStatusHolder holder = new ProcessStatusHolder(InstantSource.system(), errors);
    return new Notifier() {
      @Override
      public Registration listen(Listener listener) {
        return holder.addListener(
                new ProcessListener() {
                  @Override
                  public void onStart(ProcessSnapshot current) {
                    listener.began(current.version());
                  }

                  @Override
                  public void onTransition(ProcessSnapshot from, ProcessSnapshot to) {
                    listener.changed(to.version());
                  }
                })
            ::close;
      }

      @Override
      public void change() {
        boolean changed;
        do {
          ProcessSnapshot now = holder.get();
          changed =
              now.status() == ProcessStatus.PENDING
                  ? holder.markRunning(now.generation())
                  : now.status() == ProcessStatus.RUNNING
                      ? holder.markExited(now.generation(), 0)
                      : holder.restart(now.generation());
        } while (!changed);
      }

      @Override
      public long version() {
        return holder.get().version();
      }
    };
  }
}
