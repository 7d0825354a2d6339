package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.Backoff;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The pauses of {@link Backoff#pause}: a thread that backs off stops no other. */
public final class BackoffFamily implements FreezeFamily {
  private Backoff backoff = new Backoff();

  @Override
  public List<Start> starts() {
    return List.of(new Start("quiet", this::quiet), new Start("contended", this::contended));
  }

  private void quiet() {
    backoff = new Backoff();
  }

  private void contended() {
    quiet();
    backoff.pause(1);
  }

  @Override
  public List<Bystander> operations() {
    return List.of(new Bystander("pause", () -> backoff.pause(1)));
  }
}
