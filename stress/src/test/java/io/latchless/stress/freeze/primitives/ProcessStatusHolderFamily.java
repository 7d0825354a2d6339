package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.ProcessListener;
import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import io.latchless.stress.Effort;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The operations of {@link ProcessStatusHolder} that do not wait, with waiters and listeners
 * present.
 */
public final class ProcessStatusHolderFamily implements FreezeFamily {
  private ProcessStatusHolder holder = new ProcessStatusHolder();

  @Override
  public List<Start> starts() {
    return Effort.firstOf(
        2,
        List.of(
            new Start("pending", this::pending),
            new Start("heard", this::heard),
            new Start("running", this::running),
            new Start("over", this::over)));
  }

  private void pending() {
    InstantSource stopped = () -> Instant.EPOCH;
    holder = new ProcessStatusHolder(stopped, ListenerErrorHandler.logging());
  }

  private void running() {
    pending();
    holder.markRunning(0);
    var unused = holder.whenReached(ProcessStatus.STOPPED);
  }

  private void over() {
    running();
    holder.markExited(0, 0);
  }

  private void heard() {
    running();
    var unused = holder.addListener(new Silent());
  }

  private long generation() {
    return holder.get().generation();
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("reads", this::reads),
        new Bystander("whenOver", this::whenOver),
        new Bystander("restart", () -> holder.restart(generation())),
        new Bystander("markRunning", () -> holder.markRunning(generation())),
        new Bystander("markExited", () -> holder.markExited(generation(), 0)),
        new Bystander("markStopped", () -> holder.markStopped(generation())),
        new Bystander("markStoppedWithCode", () -> holder.markStopped(generation(), 143)),
        new Bystander("markFailed", () -> holder.markFailed(generation())),
        new Bystander("addListenerAndClose", () -> holder.addListener(new Silent()).close()));
  }

  private void whenOver() {
    var unused = holder.whenOver();
  }

  private void reads() {
    holder.get();
    holder.status();
    holder.waiterCount();
  }

  private static final class Silent implements ProcessListener {
    @Override
    public void onStart(ProcessSnapshot current) {}

    @Override
    public void onTransition(ProcessSnapshot from, ProcessSnapshot to) {}
  }
}
